import { createHash } from 'node:crypto';
import type { HttpRequest } from '../../channels/contract/http.ts';
import { fileName } from '../../channels/directline/uploads/file-name.ts';
import { fileType, takenTypes } from '../../channels/directline/uploads/file-type.ts';
import { readUpload } from '../../channels/directline/uploads/read-upload.ts';
import { webChannel } from '../../channels/directline/web-channel.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { SentFile } from '../../events/speech/sent-file.ts';
import type { Clock, Store } from '../../runtime/ports.ts';

/** Of one file. */
export const mostFileBytes = 5 * 1024 * 1024;

type Doors = { readonly store: Pick<Store, 'load' | 'keepUpload'>; readonly clock: Clock };

/**
 * Keeps a file that an agent sends, before it is spoken of. Sent again under the same key it is the same file.
 *
 * @throws TouchpointError BAD_REQUEST for no file, a kind that is not taken, and a customer whose channel takes none
 */
export async function postFile({ store, clock }: Doors, request: HttpRequest, key: string): Promise<SentFile> {
  const conversation = request.params['id'] ?? '';
  const [part] = (await readUpload(request))?.files ?? [];
  if (!part || part.bytes.length === 0) throw new TouchpointError('BAD_REQUEST', 'send one file that is not empty');
  const contentType = fileType(part.bytes, part.contentType);
  if (contentType === undefined)
    throw new TouchpointError('BAD_REQUEST', 'this kind of file is not taken', { fix: `send ${takenTypes}` });
  const channel = (await store.load(conversation))?.head.channel;
  if (channel !== undefined && channel !== webChannel.name)
    throw new TouchpointError('BAD_REQUEST', `this customer cannot be sent files: they write by ${channel}`);
  const id = createHash('sha256')
    .update(JSON.stringify([conversation, key]))
    .update(part.bytes)
    .digest('base64url');
  const file = { id: id.slice(0, 32), contentType, name: fileName(part.name), bytes: part.bytes.length };
  const content = Buffer.from(part.bytes).toString('base64');
  const { name } = file;
  if (channel !== undefined)
    await store.keepUpload({ conversation, upload: file.id, at: clock.now(), contentType, name, content });
  return file;
}
