/** Holds a value that changes by a pure function, and tells who listens. */

export type Store<S, C> = {
  get(): S;
  change(change: C): void;
  /** Called after each change that gave another value; the returned function ends it. */
  listen(act: () => void): () => void;
};

export function createStore<S, C>(reduce: (state: S, change: C) => S, initial: S): Store<S, C> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    change(change) {
      const next = reduce(state, change);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    listen(act) {
      listeners.add(act);
      return () => listeners.delete(act);
    },
  };
}
