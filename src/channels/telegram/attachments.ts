import { z } from 'zod';
import type { Value } from '../../events/understood.ts';
import { type Fetched, fetchFile } from '../contract/files/fetch-file.ts';
import { type Attached, fetchMs, mostFileBytes } from '../contract/files/keep-files.ts';
import { type BotApi, resultOf } from './bot-api.ts';
import type { TelegramOptions } from './options.ts';
import type { TelegramMessage } from './update.ts';

const kinds = ['document', 'voice', 'audio', 'video', 'video_note', 'sticker'] as const;

/**
 * What a message carries beside its text, by name and size; `id` leads an action to it (`getFile`) as long as Telegram keeps it.
 *
 * @param maxBytes larger ones are named, and marked as too large to be fetched
 */
export function attachmentsOf(message: TelegramMessage, maxBytes: number): readonly Value[] {
  const picture = message.photo?.at(-1);
  const files = kinds.flatMap((kind) => {
    const file = message[kind];
    return file ? [{ kind, file }] : [];
  });
  const all = [...(picture ? [{ kind: 'photo', file: picture }] : []), ...files];
  const named = all.map(({ kind, file }) => ({
    kind,
    id: file.file_id,
    ...(file.file_name === undefined ? {} : { name: file.file_name }),
    ...(file.mime_type === undefined ? {} : { contentType: file.mime_type }),
    ...(file.file_size === undefined ? {} : { bytes: file.file_size }),
    ...((file.file_size ?? 0) > maxBytes ? { tooLarge: true } : {}),
  }));
  const { location, contact } = message;
  return [
    ...named,
    ...(location ? [{ kind: 'location', latitude: location.latitude, longitude: location.longitude }] : []),
    ...(contact ? [{ kind: 'contact' }] : []),
  ];
}

/** Pictures and documents, still with Telegram. What is too large is not asked for. */
export function attachedTo(message: TelegramMessage, api: BotApi, options: TelegramOptions): readonly Attached[] {
  const { photo, document } = message;
  const files = [photo?.at(-1), document].filter((file) => file !== undefined);
  return files
    .filter(({ file_size: bytes = 0 }) => bytes <= mostFileBytes)
    .map(({ file_id: id, file_name: name = 'photo.jpg', mime_type: contentType = '' }) => ({
      name,
      fetch: async () => said(await fetchById(api, options, id), contentType),
    }));
}

const filePath = z.looseObject({ file_path: z.string() });

async function fetchById(api: BotApi, { baseUrl, token }: TelegramOptions, id: string): Promise<Fetched> {
  const answered = resultOf(await api.call('getFile', { file_id: id }));
  const found = 'result' in answered ? filePath.safeParse(answered.result).data : undefined;
  if (!found) return { kind: 'refused', why: 'failed' };
  const path = found.file_path.split('/').map(encodeURIComponent).join('/');
  return fetchFile({
    url: `${baseUrl}/file/bot${token}/${path}`,
    trusted: baseUrl,
    maxBytes: mostFileBytes,
    timeoutMs: fetchMs,
  });
}

/** Telegram serves every file as bytes; what it is, the message says. */
function said(fetched: Fetched, contentType: string): Fetched {
  return fetched.kind === 'fetched' ? { ...fetched, contentType } : fetched;
}
