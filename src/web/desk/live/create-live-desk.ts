/** What agents see happen, as server-sent events: the queue, and the conversations they have or listen to. */
import type { HttpAnswer, HttpRequest } from '../../../channels/contract/http.ts';
import type { Runtime } from '../../../runtime/door.ts';
import type { Clock } from '../../../runtime/ports.ts';
import type { Desk } from '../create-desk.ts';
import { lookAt } from '../look-at.ts';
import { type LineParts, type OpenLine, openLine } from './open-line.ts';

export type LiveDesk = {
  /** @param seer.listens conversations that are followed whoever has them */
  answer(request: HttpRequest, seer: { readonly agent: string; readonly listens: readonly string[] }): HttpAnswer;
  /** Ends every stream; pages come again by themselves. */
  close(): void;
};

type Parts = LineParts & {
  readonly runtime: Pick<Runtime, 'watch' | 'listen' | 'onTyping'>;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly wall: Clock;
};

/** Proxies cut lines on which nothing is said. */
const pingMs = 15_000;

export function createLiveDesk(parts: Parts): LiveDesk {
  const { desk, runtime, clock, wall } = parts;
  const open = new Map<OpenLine, () => void>();
  const ends = [
    desk.onLook(() => {
      const look = lookAt(desk, clock.now());
      each((line) => line.queue(look));
    }),
    runtime.listen((conversation) => each((line) => line.moved(conversation))),
    runtime.onTyping((sign) => each((line) => line.typing(sign))),
  ];

  function each(tell: (line: OpenLine) => void): void {
    for (const line of open.keys()) tell(line);
  }

  return {
    answer: (request, seer) => ({
      status: 200,
      headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
      body: 'retry: 1000\n\n',
      stream(line) {
        const opened = openLine(parts, { ...seer, line });
        let cancel = (): void => {};
        const ping = (): void => {
          line.write(': ping\n\n');
          cancel = wall.after(pingMs, ping);
        };
        const end = (): void => {
          cancel();
          open.delete(opened);
          opened.end();
        };
        open.set(opened, end);
        request.gone().addEventListener('abort', end);
        ping();
        opened.queue(lookAt(desk, clock.now()));
      },
    }),
    close() {
      for (const end of ends) end();
      for (const end of [...open.values()]) end();
    },
  };
}
