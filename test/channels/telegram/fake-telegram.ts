/** Telegram's Bot API on loopback, and a person who chats through it. */
import type { ChannelDoor } from '../../../src/channels/contract/channel-door.ts';
import { createTelegram } from '../../../src/channels/telegram/create-telegram.ts';
import type { Driver, Seen } from '../contract/driver.ts';
import { bill, type FakeProvider, fakeProvider } from '../setup/fake-provider.ts';
import { noon } from '../setup/stage.ts';

export const token = '42:AAE-test_token';
export const secret = 'hook-secret_1';
export const ada = { id: 7001, is_bot: false, first_name: 'Ada', language_code: 'en' };

export function fakeTelegram(): Promise<FakeProvider> {
  let message = 0;
  return fakeProvider(({ path }) => {
    const method = path.split('/').at(-1);
    if (path === `/file/bot${token}/documents/bill.pdf`) return { status: 200, bytes: bill };
    if (!path.startsWith(`/bot${token}/`))
      return { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };
    if (method === 'getMe')
      return {
        status: 200,
        body: { ok: true, result: { id: 42, is_bot: true, first_name: 'Oakmere', username: 'oakmere_bot' } },
      };
    if (method === 'getWebhookInfo')
      return {
        status: 200,
        body: {
          ok: true,
          result: {
            url: 'https://x.example/channels/telegram',
            has_custom_certificate: false,
            pending_update_count: 0,
          },
        },
      };
    if (method === 'getFile')
      return { status: 200, body: { ok: true, result: { file_id: 'f1', file_path: 'documents/bill.pdf' } } };
    if (method?.startsWith('send'))
      return {
        status: 200,
        body: { ok: true, result: { message_id: ++message, date: noon / 1000, chat: { id: ada.id, type: 'private' } } },
      };
    return { status: 200, body: { ok: true, result: true } };
  });
}

export function textUpdate(id: number, text: string, more: object = {}) {
  return {
    update_id: id,
    message: {
      message_id: id,
      date: noon / 1000,
      chat: { id: ada.id, type: 'private', first_name: 'Ada' },
      from: ada,
      text,
      ...more,
    },
  };
}

export function telegramDoor(provider: FakeProvider): ChannelDoor {
  return createTelegram({ token, secret, baseUrl: provider.url, settleMs: 700 });
}

export function telegramDriver(provider: FakeProvider): Driver {
  let count = 100;
  const post = (
    url: string,
    body: unknown,
    headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret },
  ) =>
    fetch(`${url}/channels/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const opened = telegramDoor(provider);
  return {
    name: 'telegram',
    isCounting: true,
    provider,
    channel: opened.channel,
    capabilities: opened.capabilities,
    door: () => telegramDoor(provider),
    say: (url, text, id = String(++count)) => post(url, textUpdate(Number(id), text)),
    press(url, title) {
      const keys = provider.calls.flatMap(({ body }) => keysOf(body));
      const key = keys.findLast(({ text }) => text === title);
      const message = { message_id: 1, date: noon / 1000, chat: { id: ada.id, type: 'private' } };
      return post(url, {
        update_id: ++count,
        callback_query: { id: `q${count}`, from: ada, chat_instance: '1', data: key?.callback_data, message },
      });
    },
    sayUnknown: (url) =>
      post(url, {
        ...textUpdate(++count, ''),
        message: { ...textUpdate(count, '').message, text: undefined, dice: { emoji: '🎲', value: 3 } },
      }),
    sayFile: (url) =>
      post(
        url,
        textUpdate(++count, '', {
          text: undefined,
          document: { file_id: 'f1', file_name: 'bill.pdf', mime_type: 'application/pdf', file_size: 1234 },
        }),
      ),
    sayOld: (url, text) => post(url, textUpdate(++count, text, { date: noon / 1000 - 7 * 86_400 })),
    forge: (url, text) => post(url, textUpdate(++count, text), { 'x-telegram-bot-api-secret-token': 'hook-secret_2' }),
    huge: (url) => post(url, textUpdate(++count, 'x'.repeat(300_000))),
    seen: async () => provider.calls.flatMap(({ path, body }) => seenIn(path, body)),
    sending: ({ path }) => /\/send(Message|Photo)$/.test(path),
    tooMany: {
      status: 429,
      body: {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      },
    },
    blocked: {
      status: 403,
      body: { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    },
    address: String(ada.id),
  };
}

type Key = { readonly text: string; readonly callback_data?: string; readonly url?: string };

function keysOf(body: Record<string, unknown>): readonly Key[] {
  const markup = body['reply_markup'] as { inline_keyboard: Key[][] } | undefined;
  return markup?.inline_keyboard.flat() ?? [];
}

function seenIn(path: string, body: Record<string, unknown>): readonly Seen[] {
  if (!/\/send(Message|Photo)$/.test(path)) return [];
  const keys = keysOf(body);
  return [
    {
      text: String(body['text'] ?? body['caption'] ?? ''),
      buttons: keys.filter((key) => key.callback_data).map(({ text }) => text),
      links: keys.flatMap(({ url }) => url ?? []),
      pictures: body['photo'] === undefined ? [] : [String(body['photo'])],
    },
  ];
}
