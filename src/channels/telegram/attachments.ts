import type { Value } from '../../events/understood.ts';
import type { TelegramMessage } from './update.ts';

const kinds = ['document', 'voice', 'audio', 'video', 'video_note', 'sticker'] as const;

/**
 * What a message carries beside its text, by name and size. Nothing is fetched: the file stays with Telegram, and `id` leads an action to it
 * (`getFile`) as long as Telegram keeps it.
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
