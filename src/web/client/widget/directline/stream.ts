/** A stream of a conversation: a socket that brings frames until it closes. */
import type { Ports } from '../ports.ts';
import { type Frame, readFrame } from './activity.ts';

export type Stream = { close(): void };

type Listener = {
  opened(): void;
  frame(frame: Frame): void;
  /** Once, however it ended; `wasOpen` is false where no socket came about. */
  closed(wasOpen: boolean): void;
};

/** Direct Line's client speaks an empty word so that nothing between closes the line. */
const keepAliveMs = 20_000;
const openWithinMs = 8_000;

export function openStream(ports: Ports, url: string, listener: Listener): Stream {
  const socket = ports.openSocket(url);
  let [wasOpen, isOver] = [false, false];
  let cancel = ports.after(openWithinMs, end);
  socket.onopen = () => {
    wasOpen = true;
    keepAlive();
    listener.opened();
  };
  socket.onmessage = ({ data }) => typeof data === 'string' && data && listener.frame(readFrame(data));
  socket.onclose = end;

  function keepAlive(): void {
    cancel();
    cancel = ports.after(keepAliveMs, () => {
      if (socket.readyState === WebSocket.OPEN) socket.send('');
      keepAlive();
    });
  }
  function end(): void {
    if (isOver) return;
    isOver = true;
    cancel();
    socket.onmessage = null;
    socket.close();
    listener.closed(wasOpen);
  }
  return { close: end };
}
