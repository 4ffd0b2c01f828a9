import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { refuse } from '../answers.ts';
import type { Context } from '../context.ts';

/**
 * GET /uploads/{conversation}/{upload}: a file that a customer sent. Its address is its key, as pictures are fetched without a token. Pictures are shown;
 * everything else is only ever saved, and whatever a browser makes of it runs nothing.
 */
export async function getUpload({ store }: Context, { params }: HttpRequest): Promise<HttpAnswer> {
  const found = await store.upload(params['conversation'] ?? '', params['upload'] ?? '');
  if (!found) return refuse('NotFound', 'there is no such file, or it has been erased');
  const { contentType, name, content } = found;
  const kind = contentType.startsWith('image/') ? 'inline' : 'attachment';
  return {
    status: 200,
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${kind}; filename*=UTF-8''${encoded(name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=3600',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
    body: Buffer.from(content, 'base64'),
  };
}

/** RFC 8187: what encodeURIComponent leaves, and a header may not hold. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
