import { useEffect, useState } from 'preact/hooks';
import { listen } from './listen.ts';
import { type Loaded, load } from './load.ts';

/** @property isOld what is shown belongs to what was asked before; @property again asks anew */
export type Shown = { readonly loaded: Loaded; readonly isOld: boolean; again(): void };

type Kept = { readonly path: string; readonly loaded: Loaded };

/**
 * What stands at a path, asked again whenever facts change. What is shown stays until there is something new to show: nothing flickers, and an answer
 * that fails leaves the last one, which says when it was made.
 */
export function useLoaded(path: string): Shown {
  const [kept, keep] = useState<Kept>({ path, loaded: { kind: 'loading' } });
  const [asked, ask] = useState(0);
  useEffect(() => follow(path, (loaded) => keep((before) => better(before, { path, loaded }))), [path, asked]);
  return { loaded: kept.loaded, isOld: kept.path !== path, again: () => ask(asked + 1) };
}

function better(before: Kept, next: Kept): Kept {
  const isWorse = next.loaded.kind === 'failed' && before.loaded.kind === 'known' && before.path === next.path;
  return isWorse ? before : next;
}

/** One question at a time; news that come meanwhile are asked for once. */
function follow(path: string, show: (loaded: Loaded) => void): () => void {
  let isOver = false;
  let isAsking = false;
  let hasNews = false;
  const look = async (): Promise<void> => {
    if (isAsking) {
      hasNews = true;
      return;
    }
    isAsking = true;
    const loaded = await load(path);
    isAsking = false;
    if (isOver) return;
    show(loaded);
    if (hasNews) {
      hasNews = false;
      void look();
    }
  };
  void look();
  const end = listen(() => void look());
  return () => {
    isOver = true;
    end();
  };
}
