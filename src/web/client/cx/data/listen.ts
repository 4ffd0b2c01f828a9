/** New facts as the server tells of them; where its line is closed, a look every ten seconds. */

const lookMs = 10_000;

/** @returns what ends it */
export function listen(onFacts: () => void): () => void {
  const line = new EventSource('/api/cx/live');
  const isSeen = () => document.visibilityState === 'visible';
  const tell = () => {
    if (isSeen()) onFacts();
  };
  line.addEventListener('facts', tell);
  document.addEventListener('visibilitychange', tell);
  const timer = setInterval(() => line.readyState !== EventSource.OPEN && tell(), lookMs);
  return () => {
    line.close();
    document.removeEventListener('visibilitychange', tell);
    clearInterval(timer);
  };
}
