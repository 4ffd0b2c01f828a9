/**
 * A Direct Line 3.0 server on loopback for tests of the widget: it keeps the protocol, and it fails on request in the ways networks and servers do.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { answer, greeting } from './bot.ts';
import { add, after, type Conversation, type Reply } from './conversation.ts';

/** How the next posts go wrong: a status without storing, or the line cut before or after the message was stored. */
export type Fault = { readonly times: number; readonly kind: number | 'cut' | 'cut-after'; readonly retryAfter?: number };

/** Everything a test may turn. `posts` counts what arrived, stored or not. */
export type Loopback = {
  readonly url: string;
  readonly conversations: Map<string, Conversation>;
  posts: number;
  fault: Fault;
  /** the bot stores messages and stays silent */
  isMute: boolean;
  acceptsSockets: boolean;
  /** every request is refused with this status; 0 for none */
  status: number;
  /** pages sent in place of built files */
  readonly pages: Map<string, string>;
  /** all tokens given out so far are refused from now on */
  expireTokens(): void;
  dropSockets(): void;
  /** The bot speaks up in every conversation. */
  say(reply: Reply): void;
  /** Stops listening, as a server that restarts; `listenAgain` comes back on the same port with everything it knew. */
  pause(): Promise<void>;
  listenAgain(): Promise<void>;
  close(): Promise<void>;
};

/** @param folder of the built pages */
export async function startLoopback(folder: string): Promise<Loopback> {
  const sockets = new WebSocketServer({ noServer: true });
  let epoch = 1;
  const server = createServer((request, response) => void route(loopback, { request, response, folder, epoch }));
  server.on('upgrade', (request, socket, head) => {
    const found = conversationAt(loopback, request);
    if (!found || !loopback.acceptsSockets || loopback.status) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => follow(found, opened, request));
  });
  const port = await listen(server, 0);
  const loopback: Loopback = {
    url: `http://127.0.0.1:${port}`,
    conversations: new Map(),
    posts: 0,
    fault: { times: 0, kind: 500 },
    isMute: false,
    acceptsSockets: true,
    status: 0,
    pages: new Map(),
    expireTokens: () => void epoch++,
    dropSockets: () => sockets.clients.forEach((socket) => void socket.terminate()),
    say: (reply) => loopback.conversations.forEach((conversation) => void bot(conversation, reply)),
    async pause() {
      loopback.dropSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    listenAgain: async () => void (await listen(server, port)),
    close: () => loopback.pause(),
  };
  return loopback;
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function follow(conversation: Conversation, socket: WebSocket, request: IncomingMessage): void {
  const frame = after(conversation, new URL(request.url ?? '', 'http://x').searchParams.get('watermark'));
  socket.on('close', () => conversation.sockets.delete(socket));
  if (frame.activities.length > 0) socket.send(JSON.stringify(frame));
  conversation.sockets.add(socket);
}

function bot(conversation: Conversation, reply: Reply): void {
  add(conversation, { type: 'message', from: { id: 'bot', name: 'Oakmere', role: 'bot' }, ...reply });
}

function conversationAt(loopback: Loopback, { url = '' }: IncomingMessage): Conversation | undefined {
  return loopback.conversations.get(/conversations\/(\w+)/.exec(url)?.[1] ?? '');
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly folder: string; readonly epoch: number };

async function route(loopback: Loopback, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const url = new URL(request.url ?? '', loopback.url);
  if (!/^\/(widget\/token|v3\/)/.test(url.pathname)) return page(loopback, exchange, url.pathname);
  const body = await readBody(request);
  if (loopback.status) return send(response, loopback.status, refusal('ServiceError'));
  if (url.pathname === '/widget/token') return token(loopback, exchange, body);
  const bearer = (request.headers.authorization ?? '').replace('Bearer ', '').split('.');
  if (bearer[1] !== String(exchange.epoch)) return send(response, 403, refusal('TokenExpired'));
  const conversation = loopback.conversations.get(bearer[0] ?? '');
  if (!conversation) return send(response, 404, refusal('BadArgument'));
  if (url.pathname.endsWith('/activities')) return activities(loopback, { ...exchange, conversation, url, body });
  if (request.method === 'POST') return start(conversation, exchange, loopback);
  send(response, 200, { conversationId: conversation.id, streamUrl: streamUrl(loopback, conversation, url.searchParams.get('watermark')) });
}

function token(loopback: Loopback, { response, epoch }: Exchange, body: Readonly<Record<string, unknown>>): void {
  const held = body['conversationId'];
  if (held && !loopback.conversations.has(String(held))) return send(response, 403, refusal('BadArgument'));
  const id = held ? String(held) : `c${loopback.conversations.size + 1}x${Math.random().toString(36).slice(2)}`;
  const known = loopback.conversations.get(id);
  const conversation = known ?? { id, user: `dl_${id}`, activities: [], sockets: new Set(), isStarted: false };
  loopback.conversations.set(id, conversation);
  send(response, 200, { conversationId: id, token: `${id}.${epoch}.x`, expires_in: 1800, userId: conversation.user });
}

function start(conversation: Conversation, { response }: Exchange, loopback: Loopback): void {
  const status = conversation.isStarted ? 200 : 201;
  if (!conversation.isStarted && !loopback.isMute) bot(conversation, greeting);
  conversation.isStarted = true;
  send(response, status, { conversationId: conversation.id, streamUrl: streamUrl(loopback, conversation, '0') });
}

function streamUrl({ url }: Loopback, { id, activities: said }: Conversation, watermark: string | null): string {
  return `${url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?watermark=${watermark ?? said.length}&t=x`;
}

type Call = Exchange & { readonly conversation: Conversation; readonly url: URL; readonly body: Readonly<Record<string, unknown>> };

function activities(loopback: Loopback, { request, response, conversation, url, body }: Call): void {
  if (request.method === 'GET') return send(response, 200, after(conversation, url.searchParams.get('watermark')));
  loopback.posts += 1;
  const { times, kind, retryAfter } = loopback.fault;
  const isFaulty = times > 0;
  if (isFaulty) loopback.fault = { ...loopback.fault, times: times - 1 };
  if (isFaulty && kind === 'cut') return void response.destroy();
  if (isFaulty && typeof kind === 'number') {
    return send(response, kind, refusal('ServiceError'), retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
  }
  const stored = take(loopback, conversation, body);
  if (isFaulty) return void response.destroy();
  send(response, 200, { id: stored });
}

/** The client's own id makes a message one message, however often it comes. */
function take({ isMute }: Loopback, conversation: Conversation, body: Readonly<Record<string, unknown>>): string {
  const channelData = body['channelData'];
  const clientId = JSON.stringify(channelData).match(/"clientActivityID":"(\w+)"/)?.[1];
  const known = conversation.activities.find((each) => each.id === `${conversation.id}|${clientId}`);
  if (known) return known.id;
  const text = String(body['text']);
  const from = { id: conversation.user, role: 'user' };
  const stored = add(conversation, { id: `${conversation.id}|${clientId}`, type: 'message', from, text, channelData });
  if (!isMute) for (const reply of answer(text)) bot(conversation, { ...reply });
  return stored.id;
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {};
}

function refusal(code: string) {
  return { error: { code, message: code } };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

/** Stricter than any shop will be: not even inline styles. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";

async function page(loopback: Loopback, { response, folder }: Exchange, path: string): Promise<void> {
  const file = path === '/' ? '/index.html' : path === '/cx' ? '/cx.html' : path;
  const body = loopback.pages.get(path) ?? (await readFile(join(folder, file)).catch(() => undefined));
  if (body === undefined) return send(response, 404, refusal('NotFound'));
  const type = loopback.pages.has(path) ? (path.startsWith('/api') ? 'application/json' : 'text/html; charset=utf-8') : types[extname(file)];
  response.writeHead(200, { 'content-type': type ?? 'text/plain', 'content-security-policy': policy });
  response.end(body);
}
