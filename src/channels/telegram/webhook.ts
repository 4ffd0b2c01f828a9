/**
 * POST /channels/telegram: an update. Answered 200 after the commit that holds it, and for everything that is none of the bot's business; 401 without
 * the secret. Telegram repeats what was not answered so, for up to a day, in any order.
 */
import { createHmac } from 'node:crypto';
import type { Instant } from '../../events/instant.ts';
import type { ChannelHost } from '../contract/channel-door.ts';
import type { HttpAnswer, HttpRequest } from '../contract/http.ts';
import { type Arriving, createIntake, type Intake } from '../contract/take-message.ts';
import { sameText } from '../contract/verify/jwt.ts';
import { readLinkCode } from '../contract/verify/link-code.ts';
import { attachedTo, attachmentsOf } from './attachments.ts';
import type { BotApi } from './bot-api.ts';
import { pressedChoice } from './button-data.ts';
import { telegramCapabilities } from './capabilities.ts';
import type { TelegramOptions } from './options.ts';
import { type TelegramMessage, type TelegramUser, type Update, update } from './update.ts';

const channel = 'telegram';
const secretHeader = 'x-telegram-bot-api-secret-token';

/** Telegram gives a message up after a day: what is older was sent by somebody else. */
const oldestMs = 25 * 3_600_000;

type Hook = {
  readonly host: ChannelHost;
  readonly intake: Intake;
  readonly api: BotApi;
  /** of the bot, so that two bots on one store are apart */
  readonly account: string;
  readonly options: TelegramOptions;
};

export function createWebhook(options: TelegramOptions, api: BotApi, host: ChannelHost) {
  const [account = ''] = options.token.split(':');
  const hook = { host, intake: createIntake(host), api, account, options };
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    if (!isFromTelegram(request, options.secret)) return answer(401, 'the secret token is missing or wrong');
    const read = update.safeParse(request.body);
    if (!read.success) return answer(400, 'this is no update of Telegram');
    await take(hook, read.data, request.query().get('entry') ?? undefined);
    return answer(200);
  };
}

function isFromTelegram({ headers }: HttpRequest, secret: string): boolean {
  const given = headers[secretHeader];
  return typeof given === 'string' && sameText(given, secret);
}

function answer(status: number, message?: string): HttpAnswer {
  const body = message === undefined ? { ok: true } : { ok: false, description: message };
  return { status, body: JSON.stringify(body) };
}

/** Only chats between two: what is said in a group is said to others. */
async function take(hook: Hook, read: Update, entryPoint: string | undefined): Promise<void> {
  const { message, callback_query: pressed } = read;
  if (message && message.chat.type === 'private' && !message.from?.is_bot) {
    if (isTooOld(message, hook.host.clock.now())) return;
    await takeMessage(hook, { read, message, ...(isEntry(entryPoint) ? { entryPoint } : {}) });
  } else if (pressed?.message?.chat.type === 'private') {
    await takePress(hook, { read, pressed, chat: pressed.message.chat.id });
  }
}

function isTooOld({ date }: TelegramMessage, now: Instant): boolean {
  return now - date * 1000 > oldestMs;
}

function isEntry(name: string | undefined): name is string {
  return name !== undefined && /^[\w.-]{1,64}$/.test(name);
}

type Said = { readonly read: Update; readonly message: TelegramMessage; readonly entryPoint?: string };

async function takeMessage(hook: Hook, said: Said): Promise<void> {
  const { message } = said;
  const text = message.text ?? message.caption ?? '';
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text);
  if (start) return begin(hook, said, start[1]);
  const attachments = attachmentsOf(message, telegramCapabilities.attachments?.maxBytes ?? 0);
  if (text === '' && attachments.length === 0) return;
  await hand(hook, {
    ...arrival(said.read, message.chat.id, message.from),
    account: hook.account,
    via: text === '' ? 'attachment' : 'text',
    text: text.replaceAll('\u0000', '\uFFFD'),
    ...(attachments.length > 0 ? { channelData: { attachments } } : {}),
    attached: attachedTo(message, hook.api, hook.options),
    ...(said.entryPoint === undefined ? {} : { entryPoint: said.entryPoint }),
  });
}

/** `/start CODE` is how a chat begins: CODE says who somebody is, where it is signed, or which link they came by. */
async function begin(hook: Hook, { read, message, entryPoint }: Said, code = ''): Promise<void> {
  const { identitySecret, clock } = hook.host;
  const signed = identitySecret === undefined ? undefined : readLinkCode(code, clock.now(), identitySecret);
  const named = signed === undefined && isEntry(code) ? code : entryPoint;
  await hook.intake.begin(
    {
      ...arrival(read, message.chat.id, message.from),
      ...(signed === undefined ? {} : { signed }),
      ...(named === undefined ? {} : { entryPoint: named }),
    },
    beginningOf(hook, read),
  );
}

/** The same for an update that is repeated, and to be guessed by nobody. */
function beginningOf({ options: { token } }: Hook, { update_id: id }: Update): string {
  return createHmac('sha256', token).update(`begin ${id}`).digest('base64url');
}

type Pressed = {
  readonly read: Update;
  readonly pressed: NonNullable<Update['callback_query']>;
  readonly chat: number;
};

async function takePress(hook: Hook, { read, pressed, chat }: Pressed): Promise<void> {
  const conversation = await hook.host.store.conversationOf({ channel, address: String(chat) });
  const choice =
    conversation === undefined ? undefined : await pressedChoice(hook.host.store, conversation, pressed.data ?? '');
  if (choice)
    await hand(hook, {
      ...arrival(read, chat, pressed.from),
      account: hook.account,
      via: 'choice',
      text: choice.value,
    });
  // the key shows that it was pressed until it is answered
  void hook.api.call('answerCallbackQuery', { callback_query_id: pressed.id });
}

function arrival(read: Update, chat: number, from: TelegramUser | undefined) {
  return {
    channel,
    address: String(chat),
    providerId: String(read.update_id),
    place: read.update_id,
    ...(from ? { from: { id: String(from.id), ...(from.first_name ? { name: from.first_name } : {}) } } : {}),
    ...(from?.language_code === undefined ? {} : { locale: from.language_code }),
  };
}

async function hand({ intake, api }: Hook, message: Arriving): Promise<void> {
  const { status } = await intake.take(message);
  if (status !== 'duplicate') void api.call('sendChatAction', { chat_id: message.address, action: 'typing' });
}
