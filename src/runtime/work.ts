/**
 * What is under way, so that a stop or a test can wait until nothing is.
 */
export type Work = {
  /** Counts a promise as under way until it settles; its failure is the owner's business. */
  track<T>(promise: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, and nothing was begun meanwhile. */
  idle(): Promise<void>;
};

export function createWork(): Work {
  const running = new Set<Promise<unknown>>();
  return {
    track(promise) {
      const settled: Promise<unknown> = promise.then(
        () => running.delete(settled),
        () => running.delete(settled),
      );
      running.add(settled);
      return promise;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
