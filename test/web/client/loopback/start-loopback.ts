/**
 * A Direct Line 3.0 server on loopback for tests of the widget: it keeps the protocol, and it fails on request in the ways networks and servers do.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { after, type Conversation, conversationIn, speak } from './conversation.ts';
import type { Loopback, Situation } from './loopback.ts';
import { route } from './routes.ts';

/** @param folder of the built pages */
export async function startLoopback(folder: string): Promise<Loopback> {
  const situation = calm(folder);
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => void route(loopback, request, response));
  server.on('upgrade', (request, socket, head) => {
    const found = conversationIn(loopback.conversations, request.url);
    if (!found || !loopback.acceptsSockets || loopback.status > 0) socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (opened) => follow(found, opened, request));
  });
  const port = await listen(server, 0);
  const loopback: Loopback = Object.assign(situation, {
    url: `http://127.0.0.1:${port}`,
    dropSockets() {
      for (const socket of sockets.clients) socket.terminate();
    },
    say(reply: Parameters<Loopback['say']>[0]) {
      for (const conversation of situation.conversations.values()) speak(conversation, reply);
    },
    async pause() {
      loopback.dropSockets();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async listenAgain() {
      await listen(server, port);
    },
  });
  return loopback;
}

function calm(folder: string): Situation {
  return {
    folder,
    conversations: new Map(),
    posts: 0,
    fault: { times: 0, kind: 500 },
    isMute: false,
    acceptsSockets: true,
    status: 0,
    epoch: 1,
    pages: new Map(),
    pictures: new Map(),
    tokensAsked: [],
    url: '',
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Replays what came after the watermark in the address, then goes on live. */
function follow(conversation: Conversation, socket: WebSocket, { url = '' }: IncomingMessage): void {
  const frame = after(conversation, new URL(url, 'http://loopback').searchParams.get('watermark'));
  socket.on('close', () => conversation.sockets.delete(socket));
  if (frame.activities.length > 0) socket.send(JSON.stringify(frame));
  conversation.sockets.add(socket);
}
