import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { allowsOrigin } from '../access/authorise.ts';
import { unknownConversation } from '../access/enter.ts';
import { readWatermark } from '../activities/read-watermark.ts';
import { refuse, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import type { Place, Streams } from './create-streams.ts';

/** A request to speak WebSocket on its connection, as Node's `upgrade` event hands it over. */
export type Upgrade = {
  readonly request: HttpRequest;
  readonly message: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
};

type Streaming = { readonly context: Context; readonly streams: Streams; readonly server: WebSocketServer };

const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?|$)/;

/**
 * Opens a stream for whoever brings a valid ticket from an allowed page; everyone else gets the same error they would get over HTTP.
 *
 * @returns `false`, having touched nothing, when the path is not a stream's
 */
export async function openStream({ context, streams, server }: Streaming, upgrade: Upgrade): Promise<boolean> {
  const path = streamPath.exec(upgrade.message.url ?? '')?.[1];
  if (path === undefined) return false;
  // the connection may break while the store is asked
  upgrade.socket.on('error', destroy);
  const admitted = await admit({ context, streams }, upgrade.request, path);
  if ('status' in admitted) turnAway(upgrade.socket, admitted);
  else server.handleUpgrade(upgrade.message, upgrade.socket, upgrade.head, (socket) => streams.open(socket, admitted));
  return true;
}

/** Shared by all connections: a listener of each one's own would keep its request for as long as it is open. */
function destroy(this: Duplex): void {
  this.destroy();
}

async function admit(
  { context, streams }: Pick<Streaming, 'context' | 'streams'>,
  request: HttpRequest,
  path: string,
): Promise<Place | HttpAnswer> {
  if (context.access.kind === 'development' && !request.isLocal())
    return refuse('NotAllowed', 'only a loopback address is served');
  const query = request.query();
  const ticket = context.tokens.read(query.get('t') ?? '', 'stream');
  if (ticket.kind === 'forged') return refuse('BadArgument', 'the stream address is not valid', 403);
  if (ticket.kind === 'expired')
    return refuse('TokenExpired', 'the stream address was not opened within 60 s: ask for a new one');
  const { conv, origins } = ticket.claims;
  if (encodeURIComponent(conv) !== path) return refuse('NotAllowed', 'the stream address is for another conversation');
  if (!allowsOrigin(origins, request.headers.origin))
    return refuse('NotAllowed', 'the token does not allow this origin');
  const after = readWatermark(query.get('watermark') ?? '');
  if (after === undefined) return refuse('BadArgument', 'the watermark is not one that was given out');
  if (!streams.hasRoom(conv)) return tooMany(60);
  const loaded = await context.store.load(conv);
  return loaded
    ? { conversation: conv, after: Math.min(after, loaded.head.seq), origin: request.ownOrigin() }
    : unknownConversation();
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
};

function turnAway(socket: Duplex, { status, headers = {}, body }: HttpAnswer): void {
  const fields = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}`, ...lines, '', body].join('\r\n'));
}
