/** The wire between processes and database: it can be cut, stand still, and refuse. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** @property url of the database, as seen through it */
export type Wire = {
  readonly url: string;
  cut(): void;
  /** Nothing goes through until `flow`; nobody is told. */
  stall(): void;
  /** Cuts, and takes nobody in until `flow`. */
  refuse(): void;
  flow(): void;
  close(): void;
};

export async function openProxy(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isRefusing = false;
  let isStalled = false;
  const server = createServer((inner) => {
    if (isRefusing) return void inner.resetAndDestroy();
    const outer = connect(Number(port), hostname);
    join(inner, outer);
    join(outer, inner);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: url.href,
    cut,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    refuse() {
      isRefusing = true;
      cut();
    },
    flow() {
      isRefusing = false;
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      server.close();
      cut();
    },
  };

  function join(from: Socket, to: Socket): void {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => void (isStalled || from.resume()));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (isStalled) from.pause();
  }

  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }
}
