/** The page around the report: its name, its period, and fresh figures while it is looked at. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Loaded, loadReport } from '../report/load-report.ts';
import { Notice } from './notice.tsx';
import { period } from './numbers.ts';
import { Overview } from './overview.tsx';

const refreshMs = 10_000;

export function Page(): JSX.Element {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const load = async () => keepShown(setLoaded, await loadReport(location.search));
  useEffect(() => {
    void load();
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), refreshMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <header>
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M9 21v-4m7 4V11m7 10v-7" />
        </svg>
        <h1>Experience report</h1>
        {loaded.kind === 'report' && (
          <p>
            {period(loaded.report.from, loaded.report.to)}{' '}
            <span class="zone">{loaded.report.zone.replaceAll('_', ' ')}</span>
          </p>
        )}
        <a href="/">Shop</a>
      </header>
      {loaded.kind === 'report' ? (
        <Overview report={loaded.report} />
      ) : (
        <Notice loaded={loaded} onRetry={() => void load()} />
      )}
    </>
  );
}

/** A refresh that fails leaves the last figures, which say when they were made. */
function keepShown(set: (change: (before: Loaded) => Loaded) => void, next: Loaded): void {
  set((before) => (before.kind === 'report' && next.kind === 'failed' ? before : next));
}
