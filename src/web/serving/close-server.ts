import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '../../runtime/ports.ts';

/** Time that running requests and clients closing their sockets have; less than the ten seconds the whole process has. */
const graceMs = 8000;
/** A connection whose request goes on after its answer becomes idle later. */
const idleEveryMs = 50;

type Closing = {
  /** connections that Node no longer counts as HTTP */
  readonly upgraded: ReadonlySet<Duplex>;
  readonly wall: Clock;
};

/** Stops listening and resolves when the last connection is closed; after the grace time it is cut. */
export function closeServer(server: Server, { upgraded, wall }: Closing): Promise<void> {
  return new Promise((resolve) => {
    const cancel = wall.after(graceMs, () => {
      server.closeAllConnections();
      for (const socket of upgraded) socket.destroy();
    });
    const closingIdle = setInterval(() => server.closeIdleConnections(), idleEveryMs);
    server.close(() => {
      clearInterval(closingIdle);
      cancel();
      resolve();
    });
    server.closeIdleConnections();
  });
}
