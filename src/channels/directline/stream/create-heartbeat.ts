import type { WebSocket } from 'ws';
import type { Clock } from '../../../runtime/ports.ts';

/** Keeps sockets open through proxies, and finds those whose other end has gone without a word. */
export type Heartbeat = { add(socket: WebSocket): void; count(): number; stop(): void };

/** Shorter than the minute after which many proxies close a silent connection. */
const beatMs = 25_000;

/**
 * Every beat each socket is pinged and gets an empty frame, the protocol's keep-alive; one that did not answer since the last beat is ended.
 */
export function createHeartbeat(wall: Clock): Heartbeat {
  const sockets = new Map<WebSocket, { answered: boolean }>();
  let cancel: () => void;
  const beat = () => {
    for (const [socket, state] of sockets) {
      if (state.answered) poll(socket);
      else socket.terminate();
      state.answered = false;
    }
    cancel = wall.after(beatMs, beat);
  };
  cancel = wall.after(beatMs, beat);
  return {
    add(socket) {
      const state = { answered: true };
      sockets.set(socket, state);
      socket.on('pong', () => {
        state.answered = true;
      });
      socket.once('close', () => sockets.delete(socket));
    },
    count: () => sockets.size,
    stop: () => cancel(),
  };
}

/** A client that is behind has frames enough to keep its connection open. */
function poll(socket: WebSocket): void {
  socket.ping();
  if (socket.bufferedAmount === 0) socket.send('');
}
