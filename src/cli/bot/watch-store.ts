import type { Store } from '../../runtime/ports.ts';

export type WatchedStore = {
  readonly store: Store;
  /** Why nothing can be kept now; empty when it can. After a failure it tries `probe`, a write that changes nothing. */
  problems(probe: () => Promise<unknown>): Promise<readonly string[]>;
};

/** The same store, which remembers whether its last write succeeded. */
export function watchStore(store: Store): WatchedStore {
  let failure: string | undefined;
  const watched: Store = {
    ...store,
    commit: (commit) => noting(store.commit(commit)),
    accept: (row) => noting(store.accept(row)),
  };
  return {
    store: watched,
    async problems(probe) {
      if (failure !== undefined) await noting(probe()).catch(() => {});
      return failure === undefined ? [] : [failure];
    },
  };

  async function noting<T>(writing: Promise<T>): Promise<T> {
    try {
      const result = await writing;
      failure = undefined;
      return result;
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }
}
