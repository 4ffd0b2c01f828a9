/** A chat with one server: what the customer can do, and the loops that carry it out. */
import { directLine, signedIn } from '../directline/direct-line.ts';
import type { Ports } from '../ports.ts';
import { createBell } from './bell.ts';
import { type ChatState, emptyChat, type Outgoing } from './chat-state.ts';
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
  /** Sends files, each as a message of its own. */
  attach(files: readonly File[]): void;
  /** What the customer is writing, or was when the page was left. */
  draft(): string;
  /** The customer is writing: it is kept over a reload, and a person who listens is told so now and then. */
  writing(draft: string): void;
  retry(clientId: string): void;
  setSound(isOn: boolean): void;
  /**
   * Says who the customer is, by a token signed by the page's own server. A conversation of somebody else is left, as it is when '' says that nobody is
   * signed in any more.
   */
  identify(userToken: string): void;
  /** Goes along with each message from now on. */
  setContext(context: unknown): void;
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
  /** '' for nobody */
  readonly userToken: string;
  /** whether a chat that was open before a reload opens again by itself */
  readonly mayReopen: boolean;
};

/** A conversation remembered by the browser is taken up at once, a new one begins when the chat is opened. */
export function createChat(options: ChatOptions): Chat {
  const { ports, home } = options;
  const key = `touchpoint ${home}`;
  const draft = createDraft(ports, `${key} draft`);
  const recalled = recall(ports.memory, key);
  const isOpen = options.mayReopen && recalled.isOpen;
  const store = createStore(reduce, { ...emptyChat, ...recalled, isOpen, isOnline: ports.isOnline() });
  const line: Line = {
    ...options,
    context: undefined,
    store,
    server: directLine(ports, home),
    bell: createBell(ports),
    dropStream() {},
  };
  const linking = createLinking(line);
  const endings = [
    deliverWhenPossible(line),
    keepRemembered(store, ports.memory, key),
    ports.onWake(() => void wake(line)),
    linking.stop,
    followMoves(line, linking),
  ];
  const own = commands(line, { linking, draft });
  if (options.userToken) own.identify(options.userToken);
  if (recalled.session) linking.start();
  return {
    get: store.get,
    listen: store.listen,
    ...own,
    draft: draft.read,
    writing(text) {
      draft.write(text);
      if (text) own.tellWriting();
    },
    stop() {
      for (const end of endings) end();
    },
  };
}

type Linking = { start(): void; stop(): void };

type Commands = Omit<Chat, 'get' | 'listen' | 'stop' | 'draft' | 'writing'> & { tellWriting(): void };

type Draft = { read(): string; write(text: string): void };

function createDraft({ tabMemory }: Ports, key: string): Draft {
  // kept here too: the browser may keep nothing
  let draft = tabMemory.read(key) ?? '';
  return {
    read: () => draft,
    write(text) {
      draft = text;
      tabMemory.write(key, text || null);
    },
  };
}

type Parts = { readonly linking: Linking; readonly draft: Draft };

function commands(line: Line, { linking, draft }: Parts): Commands {
  const { ports, store, bell } = line;
  let toldAt = 0;
  function queue(outgoing: Pick<Outgoing, 'text' | 'label' | 'file'>): void {
    store.change({
      type: 'queued',
      outgoing: { clientId: ports.id(), at: ports.now(), state: 'waiting', ...outgoing },
    });
    linking.start();
  }
  function restart(): void {
    linking.stop();
    line.dropStream();
    store.change({ type: 'forgotten', keepOutbox: false });
  }
  return {
    open() {
      store.change({ type: 'shown', isOpen: true });
      linking.start();
    },
    close: () => store.change({ type: 'shown', isOpen: false }),
    send: (text, label) => queue({ text, label }),
    attach(files) {
      for (const file of files) queue({ text: '', label: '', file });
    },
    tellWriting() {
      const { peer, session } = store.get();
      if (peer.kind !== 'agent' || !session || ports.now() - toldAt < 3_000) return;
      toldAt = ports.now();
      line.server.typing(session);
    },
    setSound: (isOn) => store.change({ type: 'sound', isOn }),
    identify(userToken) {
      line.userToken = userToken;
      const { session, isOpen } = store.get();
      const signed = signedIn(userToken);
      if (!session || session.signed === signed) return;
      if (session.signed) {
        draft.write('');
        restart();
        if (isOpen) linking.start();
        // who was nobody until now keeps their conversation: the next token says whose it is
      } else store.change({ type: 'admitted', session: { ...session, renewAt: 0 } });
    },
    setContext(context) {
      line.context = context;
    },
    retry: (clientId) => store.change({ type: 'delivery', clientId, state: 'waiting' }),
    reconnect: bell.ring,
    restart() {
      restart();
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

/** A conversation that another tab has begun is taken up here; the stream of an older one ends at once. */
function followMoves(line: Line, linking: Linking): () => void {
  let conversation = line.store.get().session?.conversationId;
  return line.store.listen(() => {
    const now = line.store.get().session?.conversationId ?? conversation;
    if (now === conversation) return;
    if (conversation !== undefined) line.dropStream();
    conversation = now;
    linking.start();
  });
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
