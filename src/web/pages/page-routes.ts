import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import type { Page } from './read-pages.ts';

/** Only our own scripts run on our pages; styles may stand in them, as the widget's do in its shadow root; pictures of cards come from anywhere. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Web Chat reads and shows files that are about to be sent. */
const policyOfWebChat = `${policy
  .replace('data: https:', 'data: blob: https:')
  .replace("connect-src 'self'", "connect-src 'self' blob: data:")}; worker-src 'self' blob:`;

/** The widget and its words are loaded by the pages of others. */
const forOtherPages = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };
const forOurPages = { 'Cross-Origin-Resource-Policy': 'same-origin' };

const addresses: Readonly<Record<string, readonly string[]>> = {
  '/': ['/index.html', '/demo.html'],
  '/cx': ['/cx.html'],
  '/cx/*': ['/cx.html'],
  '/desk': ['/desk.html'],
  '/webchat': ['/webchat.html'],
};

/**
 * The built pages: `/` the demo page, `/cx` and what is below it the dashboard, `/desk` for agents, `/webchat` the bot in Microsoft's Web Chat,
 * `/widget.js`, and every other built file at its own path. They are in memory, so that no path ever reaches the file system. Where the pages have not been
 * built, the known addresses say so.
 */
export function pageRoutes(pages: ReadonlyMap<string, Page>): readonly HttpRoute[] {
  const files = [...pages.keys()].filter((path) => /^[\w./-]+$/.test(path));
  return [...new Set(['/', '/cx', '/cx/*', '/desk', '/webchat', '/widget.js', ...files])].map((path) => ({
    method: 'GET',
    path,
    answer: async (request) => answer(pages, path, request),
  }));
}

function answer(pages: ReadonlyMap<string, Page>, path: string, request: HttpRequest): HttpAnswer {
  const page = (addresses[path] ?? [path]).map((name) => pages.get(name)).find((found) => found !== undefined);
  return page ? send(page, path, request) : notBuilt();
}

function notBuilt(): HttpAnswer {
  const body = 'The pages of Touchpoint have not been built.\n\nRun `npm run build`, then start it again.\n';
  return { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

function send(page: Page, path: string, { headers }: HttpRequest): HttpAnswer {
  const gzipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? page.gzipped : undefined;
  const common = {
    'Content-Type': page.type,
    ETag: page.etag,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
    ...(path === '/widget.js' || path.startsWith('/widget/') ? forOtherPages : forOurPages),
    ...(page.type.startsWith('text/html')
      ? { 'Content-Security-Policy': path === '/webchat' ? policyOfWebChat : policy }
      : {}),
  };
  if (isKnown(page.etag, headers['if-none-match'])) return { status: 304, headers: common, body: '' };
  const encoding = gzipped ? { 'Content-Encoding': 'gzip' } : {};
  return { status: 200, headers: { ...common, ...encoding }, body: gzipped ?? page.bytes };
}

/** Weak comparison, as RFC 9110 asks for here. */
function isKnown(etag: string, given: string | undefined): boolean {
  return (given ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
