import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DirectLine } from '../../channels/directline/create-direct-line.ts';
import type { Log } from '../../runtime/ports.ts';
import { type Reach, toRequest } from './to-request.ts';

type Taking = { readonly channel: DirectLine; readonly reach: Reach; readonly log: Log };

/**
 * Hands connections that ask to become WebSockets to the channel; those of unknown paths are told so and closed.
 *
 * @returns the upgraded connections that are open
 */
export function takeUpgrades(server: Server, { channel, reach, log }: Taking): ReadonlySet<Duplex> {
  const open = new Set<Duplex>();
  const failed = (socket: Duplex) => (error: unknown) => {
    log.error({ err: error }, 'a WebSocket could not be opened');
    socket.end(refusal('503 Service Unavailable', 'UNAVAILABLE', 'try again in a moment'));
  };
  // shared by all connections: a listener of each one's own would keep its request for as long as it is open
  function forget(this: Duplex): void {
    open.delete(this);
  }
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.on('close', forget);
    socket.on('error', destroy);
    const request = toRequest(message, { params: {}, body: undefined, raw: '', reach, line: socket });
    channel.upgrade({ request, message, socket, head }).then((taken) => {
      if (!taken) socket.end(refusal('404 Not Found', 'NOT_FOUND', 'there is no WebSocket at this address'));
    }, failed(socket));
  });
  return open;
}

function destroy(this: Duplex): void {
  this.destroy();
}

function refusal(status: string, code: string, message: string): string {
  const body = JSON.stringify({ error: { code, message } });
  const headers = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'];
  return [`HTTP/1.1 ${status}`, ...headers, '', body].join('\r\n');
}
