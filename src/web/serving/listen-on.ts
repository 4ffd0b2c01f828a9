import type { Server } from 'node:http';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/** Times after which a silent or very slow client loses its connection. The last is longer than that of common proxies, which reuse connections. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };

/**
 * Begins to listen.
 *
 * @returns `http://host:port` with the port that was taken
 * @throws TouchpointError PORT_IN_USE, or the system's error
 */
export function listenOn(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  Object.assign(server, patience);
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' ? inUse(host, port, cause) : cause);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.removeListener('error', failed);
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
    });
  });
}

function inUse(host: string, port: number, cause: Error): TouchpointError {
  return new TouchpointError('PORT_IN_USE', `port ${port} on ${host} is taken by another program`, {
    fix: `stop that program, or choose another port: --port ${port + 1} (--port 0 takes any free one)`,
    cause,
  });
}
