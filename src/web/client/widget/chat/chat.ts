/** A chat with one server: what the customer can do, and the loops that carry it out. */
import { directLine } from '../directline/direct-line.ts';
import type { Ports } from '../ports.ts';
import { createBell } from './bell.ts';
import { type ChatState, emptyChat } from './chat-state.ts';
import { canDeliver, deliver } from './deliver.ts';
import { catchUp, keepLinked } from './keep-linked.ts';
import type { Line } from './line.ts';
import { reduce } from './reduce.ts';
import { keepRemembered, recall } from './remembered.ts';
import { createStore } from './store.ts';

export type Chat = {
  get(): ChatState;
  /** Called after each change; the returned function ends it. */
  listen(act: () => void): () => void;
  open(): void;
  close(): void;
  /** `label` is what the chosen button showed, '' for typed words. */
  send(text: string, label: string): void;
  retry(clientId: string): void;
  /** Tries to reach the server now. */
  reconnect(): void;
  /** Leaves this conversation and begins another. */
  restart(): void;
  /** Ends all work; what was not sent stays remembered. */
  stop(): void;
};

export type ChatOptions = {
  readonly ports: Ports;
  /** origin of the server, without a slash at the end */
  readonly home: string;
  readonly entryPoint: string;
  readonly locale: string;
  /** whether a chat that was open before a reload opens again by itself */
  readonly mayReopen: boolean;
};

/** A conversation remembered by the browser is taken up at once, a new one begins when the chat is opened. */
export function createChat(options: ChatOptions): Chat {
  const { ports, home } = options;
  const key = `touchpoint ${home}`;
  const recalled = recall(ports.memory, key);
  const isOpen = options.mayReopen && recalled.isOpen;
  const store = createStore(reduce, { ...emptyChat, ...recalled, isOpen, isOnline: ports.isOnline() });
  const line: Line = { ...options, store, server: directLine(ports, home), bell: createBell(ports), dropStream() {} };
  const linking = createLinking(line);
  const endings = [
    deliverWhenPossible(line),
    keepRemembered(store, ports.memory, key),
    ports.onWake(() => void wake(line)),
    linking.stop,
  ];
  if (recalled.session) linking.start();
  return {
    get: store.get,
    listen: store.listen,
    ...commands(line, linking),
    stop() {
      for (const end of endings) end();
    },
  };
}

type Linking = { start(): void; stop(): void };

function commands({ ports, store, bell }: Line, linking: Linking): Omit<Chat, 'get' | 'listen' | 'stop'> {
  return {
    open() {
      store.change({ type: 'shown', isOpen: true });
      linking.start();
    },
    close: () => store.change({ type: 'shown', isOpen: false }),
    send(text, label) {
      store.change({
        type: 'queued',
        outgoing: { clientId: ports.id(), text, label, at: ports.now(), state: 'waiting' },
      });
      linking.start();
    },
    retry: (clientId) => store.change({ type: 'delivery', clientId, state: 'waiting' }),
    reconnect: bell.ring,
    restart() {
      linking.stop();
      store.change({ type: 'forgotten', keepOutbox: false });
      linking.start();
    },
  };
}

function createLinking(line: Line): Linking {
  let running: AbortController | undefined;
  return {
    start() {
      if (running) return;
      running = new AbortController();
      line.store.change({ type: 'link', link: 'starting' });
      void keepLinked(line, running.signal);
    },
    stop() {
      running?.abort();
      running = undefined;
    },
  };
}

/** One delivery at a time; what was queued while one ended is seen by the next look. */
function deliverWhenPossible(line: Line): () => void {
  let isDelivering = false;
  return line.store.listen(() => void look());
  async function look(): Promise<void> {
    if (isDelivering || !canDeliver(line.store.get())) return;
    isDelivering = true;
    await deliver(line);
    isDelivering = false;
    await look();
  }
}

/** Coming back to the page shows at once what the stream may have missed while the machine slept. */
async function wake(line: Line): Promise<void> {
  const isOnline = line.ports.isOnline();
  line.store.change({ type: 'wired', isOnline });
  line.bell.ring();
  if (!isOnline || (line.store.get().link === 'live' && (await catchUp(line)))) line.dropStream();
}
