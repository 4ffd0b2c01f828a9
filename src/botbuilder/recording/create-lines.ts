/** Work in lines: what stands in one line is done in its order, lines go on side by side, so that the store can write many at once. */
export type Lines = {
  queue(line: string, work: () => Promise<void>): void;
  /** Does this after everything that was queued before, and before everything queued later. Never rejects. */
  alone(work: () => Promise<void>): Promise<void>;
};

/** @param onError told what work rejects with; the line goes on */
export function createLines(onError: (error: unknown) => void): Lines {
  const ends = new Map<string, Promise<void>>();
  let gate = Promise.resolve();
  return {
    queue(line, work) {
      const end: Promise<void> = (ends.get(line) ?? gate)
        .then(work)
        .catch(onError)
        .finally(() => {
          if (ends.get(line) === end) ends.delete(line);
        });
      ends.set(line, end);
    },
    alone(work) {
      gate = Promise.all([gate, ...ends.values()])
        .then(work)
        .catch(onError);
      ends.clear();
      return gate;
    },
  };
}
