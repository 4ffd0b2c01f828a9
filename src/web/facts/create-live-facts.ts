/**
 * Tells pages that facts have changed, as server-sent events: what is new they ask for themselves, by the addresses they know.
 */
import type { HttpAnswer, HttpRequest, Line } from '../../channels/contract/http.ts';
import type { Clock } from '../../runtime/ports.ts';

export type LiveFacts = {
  answer(request: Pick<HttpRequest, 'gone'>): HttpAnswer;
  /** Ends every stream; pages come again by themselves. */
  close(): void;
};

/** @property onFacts calls back after facts have changed; gives what ends that */
export type LiveFactsParts = { onFacts(changed: () => void): () => void; readonly wall: Pick<Clock, 'after'> };

/** Proxies cut lines on which nothing is said. */
const pingMs = 15_000;

export function createLiveFacts({ onFacts, wall }: LiveFactsParts): LiveFacts {
  const lines = new Set<Line>();
  const unlisten = onFacts(() => write('event: facts\ndata: {}\n\n'));
  let cancel = wall.after(pingMs, ping);
  return {
    answer: (request) => ({
      status: 200,
      headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
      body: 'retry: 1000\n\n',
      stream(line) {
        lines.add(line);
        request.gone().addEventListener('abort', () => lines.delete(line));
      },
    }),
    close() {
      cancel();
      unlisten();
      for (const line of lines) line.end();
      lines.clear();
    },
  };

  function write(text: string): void {
    for (const line of lines) line.write(text);
  }

  function ping(): void {
    write(': ping\n\n');
    cancel = wall.after(pingMs, ping);
  }
}
