/** What was last seen of something that changes elsewhere too. */
export type View<T> = {
  seen(): T;
  /** Looks at once; of many who ask meanwhile all wait for one look. Rejects as `read` does. */
  look(): Promise<void>;
  /** Called after every look. The returned function ends it. */
  onLook(listener: () => void): () => void;
};

export function createView<T>(first: T, read: (before: T) => Promise<T>): View<T> {
  const listeners = new Set<() => void>();
  let seen = first;
  let looking: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const see = async (): Promise<void> => {
    seen = await read(seen);
    for (const listener of listeners) listener();
  };
  const begin = (): Promise<void> => {
    next = undefined;
    looking = see().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  return {
    seen: () => seen,
    look() {
      if (!looking) return begin();
      // what was asked for while a look is under way may have come too late for it
      next ??= looking.catch(() => {}).then(begin);
      return next;
    },
    onLook(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
