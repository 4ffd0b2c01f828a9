/**
 * Keeps the files that came with a message, before the message is taken: it never speaks of a file that is not there. What is not taken, or cannot be
 * fetched, is left out; the message still names it.
 */
import { createHash } from 'node:crypto';
import type { SentFile } from '../../../events/speech/sent-file.ts';
import { fileName } from '../../directline/uploads/file-name.ts';
import { fileType } from '../../directline/uploads/file-type.ts';
import type { ChannelHost } from '../channel-door.ts';
import type { Fetched } from './fetch-file.ts';

/** A file that came along: what its sender calls it, and the way to it. `fetch` never rejects. */
export type Attached = { readonly name: string; readonly fetch: () => Promise<Fetched> };

/** Of one file. */
export const mostFileBytes = 5 * 1024 * 1024;
/** With one message. */
const mostFiles = 5;
/** The provider waits for our answer meanwhile. */
export const fetchMs = 8_000;

/** @property message its id on the channel: repeated, it brings the same files */
type Place = { readonly conversation: string; readonly message: string };

export async function keepFiles(
  host: ChannelHost,
  place: Place,
  attached: readonly Attached[],
): Promise<readonly SentFile[]> {
  const kept = await Promise.all(attached.slice(0, mostFiles).map((file) => keep(host, place, file)));
  return kept.filter((file) => file !== undefined);
}

async function keep(
  { store, clock, log }: ChannelHost,
  { conversation, message }: Place,
  { name: given, fetch }: Attached,
): Promise<SentFile | undefined> {
  const got = await fetch();
  const contentType = got.kind === 'fetched' ? fileType(got.bytes, got.contentType) : undefined;
  if (got.kind === 'refused' || contentType === undefined) {
    log.warn({ conversation, why: got.kind === 'refused' ? got.why : 'kind' }, 'a file that was sent is not kept');
    return undefined;
  }
  const upload = idOf([conversation, message, given], got.bytes);
  const name = fileName(given);
  const content = got.bytes.toString('base64');
  await store.keepUpload({ conversation, upload, at: clock.now(), contentType, name, content });
  return { id: upload, contentType, name, bytes: got.bytes.length };
}

/** Nobody who does not have the file, and know where it was sent, can make it up. */
function idOf(place: readonly string[], bytes: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(place)).update(bytes).digest('base64url').slice(0, 32);
}
