import { createHash } from 'node:crypto';
import type { SentFile } from '../../../events/speech/sent-file.ts';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { type Entered, enter, unknownConversation } from '../access/enter.ts';
import { type PostedActivity, postedActivity } from '../activities/posted-activity.ts';
import { refuse, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import { clientIdOf } from '../messages/client-id.ts';
import { takeMessage } from '../messages/take-message.ts';
import { readBody } from '../routes/read-body.ts';
import { fileName } from './file-name.ts';
import { fileType, takenTypes } from './file-type.ts';
import { readUpload, type SentPart } from './read-upload.ts';

const megabyte = 1024 * 1024;
/** Of one file, and of all that come together. */
const mostBytes = 5 * megabyte;
export const mostBytesTogether = 10 * megabyte;
const mostFiles = 5;

/**
 * POST /conversations/{id}/upload: files with a message, or alone; 200 `{id}` after the commit that holds the message. A kind that is not taken is 415
 * and a file that is too large 413, and then nothing of the upload is kept.
 */
export async function postUpload(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const entered = await enter(context, request, context.limits.posts);
  if (!entered.ok) return entered.answer;
  const wait = context.limits.uploads(request.address);
  if (wait > 0) return tooMany(wait);
  const upload = await readUpload(request);
  if (!upload) return refuse('BadArgument', 'the form is malformed');
  const from = { id: request.query().get('userId') };
  const body = readBody(postedActivity, { type: 'message', from, ...parsed(upload.activity) });
  if (!body.ok) return body.answer;
  return (await refusalOf(context, entered, upload.files)) ?? keep({ context, entered }, body.value, upload.files);
}

type Given = {
  readonly context: Context;
  readonly entered: Extract<Entered, { ok: true }>;
};

async function refusalOf(
  context: Context,
  { conversation }: Extract<Entered, { ok: true }>,
  files: readonly SentPart[],
): Promise<HttpAnswer | undefined> {
  if (files.length === 0 || files.some(({ bytes }) => bytes.length === 0))
    return refuse('MissingProperty', 'an upload needs a file that is not empty');
  if (files.length > mostFiles) return refuse('BadArgument', `an upload may hold ${mostFiles} files`);
  if (files.some(({ bytes }) => bytes.length > mostBytes)) return refuse('TooLarge', 'a file may have 5 MB');
  if (files.some(({ bytes, contentType }) => fileType(bytes, contentType) === undefined))
    return refuse('UnsupportedType', `this kind of file is not taken: send ${takenTypes}`);
  return (await context.store.load(conversation)) ? undefined : unknownConversation();
}

/** Kept before the message is: a message never speaks of a file that is not there. Sent again, it is the same file. */
async function keep(given: Given, activity: PostedActivity, parts: readonly SentPart[]): Promise<HttpAnswer> {
  const { context, entered } = given;
  const { conversation } = entered;
  const clientId = clientIdOf(activity) ?? context.random.id();
  const files: SentFile[] = [];
  for (const { bytes, contentType: claimed, name: given } of parts) {
    const contentType = fileType(bytes, claimed) ?? '';
    const upload = uploadId([conversation, clientId], bytes);
    const name = fileName(given);
    const content = Buffer.from(bytes).toString('base64');
    await context.store.keepUpload({ conversation, upload, at: context.clock.now(), contentType, name, content });
    files.push({ id: upload, contentType, name, bytes: bytes.length });
  }
  return takeMessage({ context, entered, activity, clientId, files });
}

/** Nobody who does not have the file, and know where it was sent, can make it up. */
function uploadId(place: readonly string[], bytes: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(place)).update(bytes).digest('base64url').slice(0, 32);
}

function parsed(json: string | undefined): object {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
