/** The two forms in which Direct Line sends files: one file as the body, or a form with an activity and files. */
import type { HttpRequest } from '../../contract/http.ts';

/** @property contentType as its sender calls it */
export type SentPart = { readonly contentType: string; readonly name: string; readonly bytes: Uint8Array };

/** @property activity the JSON of the part that is one; `undefined` without such a part */
export type Upload = { readonly activity: string | undefined; readonly files: readonly SentPart[] };

const activityType = 'application/vnd.microsoft.activity';

/** @returns `undefined` for a form that is malformed */
export async function readUpload(request: Pick<HttpRequest, 'headers' | 'bytes'>): Promise<Upload | undefined> {
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(contentType)) return readForm(request.bytes, contentType);
  const name = nameIn(request.headers['content-disposition'] ?? '');
  return { activity: undefined, files: [{ contentType, name, bytes: request.bytes }] };
}

async function readForm(bytes: Buffer, contentType: string): Promise<Upload | undefined> {
  const parts = await partsOf(bytes, contentType);
  if (parts === undefined) return undefined;
  const [activity] = parts.filter(({ type }) => type === activityType);
  const files = parts.filter(({ type }) => type !== activityType);
  return { activity: await activity?.text(), files: await Promise.all(files.map(toPart)) };
}

async function partsOf(bytes: Buffer, contentType: string): Promise<readonly File[] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    return [...form.values()].filter((part) => typeof part !== 'string');
  } catch {
    return undefined;
  }
}

async function toPart(file: File): Promise<SentPart> {
  return { contentType: file.type, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** RFC 6266: `filename*=UTF-8''…` before `filename="…"`; '' without either. */
function nameIn(disposition: string): string {
  const extended = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  return (extended === undefined ? undefined : decoded(extended)) ?? plain?.[1] ?? plain?.[2] ?? '';
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
