import type { WebSocket } from 'ws';
import { typingOf } from '../activities/typing-of.ts';
import type { DirectLineOptions } from '../options.ts';
import { createHeartbeat } from './create-heartbeat.ts';
import { createStream, type Stream } from './create-stream.ts';

/** @property origin where the client reached this server */
export type Place = { readonly conversation: string; readonly after: number; readonly origin: string };

/** The open sockets, by conversation. */
export type Streams = {
  open(socket: WebSocket, place: Place): void;
  /** `false` when the conversation has as many sockets as one may have */
  hasRoom(conversation: string): boolean;
  count(): number;
  /** Closes every socket; clients come again by themselves. */
  close(): void;
};

/** Browser tabs and devices of one person; more is a mistake or an attack. */
const maxPerConversation = 16;
/** Close codes of RFC 6455: going away, and an error of ours. */
const goingAway = 1001;
const serverError = 1011;

export function createStreams(options: DirectLineOptions): Streams {
  const open = new Map<string, Map<WebSocket, Stream>>();
  const heartbeat = createHeartbeat(options.wall);
  const unlisten = options.runtime.listen((conversation, events) => {
    for (const stream of open.get(conversation)?.values() ?? []) stream.notify(events);
  });
  const unsign = options.runtime.onTyping((sign) => {
    if (sign.who !== 'agent') return;
    const activity = typingOf(sign, options.clock.now());
    for (const stream of open.get(sign.conversation)?.values() ?? []) stream.show(activity);
  });
  return {
    open(socket, place) {
      const streams = open.get(place.conversation) ?? new Map<WebSocket, Stream>();
      const stream = streamOver({ socket, place, options });
      const unwatch = options.runtime.watch(place.conversation, stream.look);
      streams.set(socket, stream);
      open.set(place.conversation, streams);
      heartbeat.add(socket);
      socket.once('close', () => {
        unwatch();
        streams.delete(socket);
        if (streams.size === 0 && open.get(place.conversation) === streams) open.delete(place.conversation);
      });
    },
    hasRoom: (conversation) => (open.get(conversation)?.size ?? 0) < maxPerConversation,
    count: heartbeat.count,
    close() {
      unlisten();
      unsign();
      heartbeat.stop();
      for (const streams of open.values()) for (const socket of streams.keys()) socket.close(goingAway, 'restarting');
    },
  };
}

type Opened = {
  readonly socket: WebSocket;
  readonly place: Place;
  readonly options: DirectLineOptions;
};

function streamOver({ socket, place, options }: Opened): Stream {
  // the library closes the socket itself; without a listener the error would end the process
  socket.on('error', (error) => options.log.warn({ err: error, conversation: place.conversation }, 'a stream broke'));
  return createStream({
    store: options.store,
    botName: options.bot.name,
    ...place,
    send: (frame) => sendFrame(socket, frame),
    failed: (error) => {
      if (socket.readyState !== socket.OPEN) return;
      options.log.warn({ err: error, conversation: place.conversation }, 'a stream could not be read and was closed');
      socket.close(serverError, 'try again');
    },
  });
}

function sendFrame(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}
