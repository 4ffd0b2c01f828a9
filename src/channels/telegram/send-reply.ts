/** A reply as messages of Telegram: text with a keyboard below it, pictures with a caption. */
import type { OutboxRow, Sent } from '../../runtime/ports/delivery.ts';
import { sendParts } from '../contract/outgoing/send-parts.ts';
import { type Part, toParts } from '../contract/reply/to-parts.ts';
import type { BotApi } from './bot-api.ts';
import { buttonData } from './button-data.ts';
import { telegramCapabilities } from './capabilities.ts';

export function sendReply(api: BotApi, row: OutboxRow, passed: (parts: number) => Promise<void>): Promise<Sent> {
  return sendParts(row, toParts(row, telegramCapabilities), {
    sendOne: (part) =>
      part.picture ? sendPicture(api, row, { ...part, picture: part.picture }) : sendText(api, row, part),
    passed,
  });
}

function sendText(api: BotApi, row: OutboxRow, part: Part): Promise<Sent> {
  return api.send('sendMessage', { chat_id: row.address, text: part.text || titles(part), ...keyboard(row, part) });
}

/** Telegram takes no message without text. */
function titles({ choices, links }: Part): string {
  return [...choices, ...links].map(({ title }) => title).join(' · ');
}

type Picture = Part & { readonly picture: NonNullable<Part['picture']> };

/** A picture that Telegram cannot get at is said in words, with its address. */
async function sendPicture(api: BotApi, row: OutboxRow, part: Picture): Promise<Sent> {
  const { url, alt } = part.picture;
  const caption = part.text === '' ? {} : { caption: part.text };
  const sent = await api.send('sendPhoto', { chat_id: row.address, photo: url, ...caption, ...keyboard(row, part) });
  if (sent.ok || !sent.isFinal) return sent;
  return sendText(api, row, { ...part, text: [part.text, `${alt}: ${url}`].filter((line) => line !== '').join('\n') });
}

function keyboard({ conversation, seq }: OutboxRow, { choices, links }: Part): object {
  if (choices.length + links.length === 0) return {};
  const keys = [
    ...choices.map(({ title, place }) => ({ text: title, callback_data: buttonData({ conversation, seq, place }) })),
    ...links.map(({ title, url }) => ({ text: title, url })),
  ];
  return { reply_markup: { inline_keyboard: keys.map((key) => [key]) } };
}
