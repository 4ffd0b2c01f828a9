/** A channel's service of the Bot Framework on loopback (as the Emulator is one), and a person who chats through it. */
import { createBotFramework } from '../../../src/channels/botframework/create-bot-framework.ts';
import type { BotFrameworkOptions } from '../../../src/channels/botframework/options.ts';
import type { Driver, Seen } from '../contract/driver.ts';
import { bill, type FakeProvider, fakeProvider } from '../setup/fake-provider.ts';

export const anonymous: BotFrameworkOptions = {
  access: { kind: 'anonymous' },
  serviceUrls: [],
  settleMs: 700,
  botName: 'Robin',
};

export function fakeService(): Promise<FakeProvider> {
  let count = 0;
  return fakeProvider(({ method, path }) => {
    if (path === '/bill.pdf') return { status: 200, bytes: bill, headers: { 'content-type': 'application/pdf' } };
    return method === 'POST' && /^\/v3\/conversations\/[^/]+\/activities/.test(path)
      ? { status: 200, body: { id: `sent-${++count}` } }
      : { status: 404, body: { error: { code: 'NotFound', message: path } } };
  });
}

export type PostedActivity = Record<string, unknown>;

export function activity(serviceUrl: string, id: string, more: object = {}): PostedActivity {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl,
    from: { id: 'user-7001', name: 'Ada' },
    recipient: { id: 'bot-1', name: 'Robin' },
    conversation: { id: 'conv-7001' },
    ...more,
  };
}

export function postActivity(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export function botFrameworkDriver(provider: FakeProvider): Driver {
  let count = 100;
  const say = (url: string, more: object, id = String(++count)) => postActivity(url, activity(provider.url, id, more));
  const file = { contentType: 'application/pdf', name: 'bill.pdf', contentUrl: `${provider.url}/bill.pdf` };
  const opened = createBotFramework(anonymous);
  return {
    name: 'botframework',
    isCounting: false,
    provider,
    channel: opened.channel,
    capabilities: opened.capabilities,
    door: () => createBotFramework(anonymous),
    say: (url, text, id) => say(url, { text }, id),
    press(url, title) {
      const pressed = provider.calls.flatMap(({ body }) => keysOf(body)).findLast((key) => key.title === title);
      return pressed?.data ? say(url, { value: pressed.data }) : say(url, { text: String(pressed?.value ?? '') });
    },
    sayUnknown: (url) => say(url, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    sayFile: (url) => say(url, { attachments: [file] }),
    // anybody may speak here: what is refused is a service that may not be called
    forge: (url, text) => postActivity(url, activity('https://evil.example', '1', { text })),
    huge: (url) => say(url, { text: 'x'.repeat(300_000) }),
    seen: async () => provider.calls.flatMap(({ body }) => seenIn(body)),
    sending: ({ body }) => body['type'] === 'message',
    tooMany: {
      status: 429,
      headers: { 'retry-after': '7' },
      body: { error: { code: 'Throttled', message: 'slow down' } },
    },
    blocked: { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'gone' } } },
    address: 'emulator:user-7001',
  };
}

type Key = {
  readonly type?: string;
  readonly title: string;
  readonly value?: unknown;
  readonly data?: unknown;
  readonly url?: string;
};
type Block = { readonly type: string; readonly text?: string; readonly url?: string };
type Card = { readonly contentType: string; readonly content: { readonly actions?: Key[]; readonly body?: Block[] } };

function cardsOf(body: PostedActivity): readonly Card['content'][] {
  return ((body['attachments'] as Card[] | undefined) ?? []).map(({ content }) => content);
}

function keysOf(body: PostedActivity): readonly Key[] {
  const suggested = (body['suggestedActions'] as { actions: Key[] } | undefined)?.actions ?? [];
  return [...suggested, ...cardsOf(body).flatMap(({ actions = [] }) => actions)];
}

function seenIn(body: PostedActivity): readonly Seen[] {
  if (body['type'] !== 'message') return [];
  const blocks = cardsOf(body).flatMap(({ body: inner = [] }) => inner);
  const keys = keysOf(body);
  const message = {
    text: String(body['text'] ?? ''),
    buttons: keys.filter(({ url }) => url === undefined).map(({ title }) => title),
    links: keys.flatMap(({ url }) => url ?? []),
    pictures: blocks.flatMap(({ type, url }) => (type === 'Image' && url ? [url] : [])),
  };
  const drawn = blocks.flatMap(({ text = '' }) =>
    text === '' ? [] : [{ text, buttons: [], links: [], pictures: [] }],
  );
  return [message, ...drawn];
}
