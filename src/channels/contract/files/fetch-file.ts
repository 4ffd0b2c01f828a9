/**
 * Fetches a file that a message leads to. Whoever can send a message could else make the server call anything: so only public addresses are called, over
 * HTTPS, each as it was checked (a name is looked up once, and what it was found to be is what is connected to), after every redirect again.
 */
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/**
 * @property trusted an origin that the configuration names: it may be on this machine, and without encryption
 * @property maxBytes more is not read
 * @property timeoutMs for all of it
 * @property resolve how names are looked up; as the machine does, unless given
 */
export type Wanted = {
  readonly url: string;
  readonly trusted?: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly resolve?: Resolve;
};

/** `contentType` as the other side calls it: to be checked by the bytes. */
export type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Buffer; readonly contentType: string }
  | { readonly kind: 'refused'; readonly why: 'address' | 'too large' | 'redirects' | 'failed' };

const mostRedirects = 3;

export async function fetchFile(wanted: Wanted): Promise<Fetched> {
  const signal = AbortSignal.timeout(wanted.timeoutMs);
  let url = wanted.url;
  let trusted = wanted.trusted;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const place = placeOf(url, trusted);
    if (!place) return refused('address');
    // who is not trusted leads nowhere that is
    if (!place.isTrusted) trusted = undefined;
    const got = await get(wanted, place, signal);
    if ('kind' in got) return got;
    url = URL.parse(got.location, url)?.href ?? '';
  }
  return refused('redirects');
}

function refused(why: Extract<Fetched, { kind: 'refused' }>['why']): Fetched {
  return { kind: 'refused', why };
}

type Place = { readonly url: URL; readonly isTrusted: boolean };

/** @returns `undefined` where it may not be called */
function placeOf(address: string, trusted: string | undefined): Place | undefined {
  const url = URL.parse(address);
  if (url === null || url.username + url.password !== '') return undefined;
  if (trusted !== undefined && url.origin === URL.parse(trusted)?.origin) return { url, isTrusted: true };
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isPublicAddress(host) ? undefined : { url, isTrusted: false };
}

type Redirect = { readonly location: string };

async function get(wanted: Wanted, { url, isTrusted }: Place, signal: AbortSignal): Promise<Fetched | Redirect> {
  try {
    const response = await answerOf({ url, signal, lookup: isTrusted ? undefined : checkedLookup(wanted.resolve) });
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      return { location: headers.location };
    }
    return statusCode === 200 ? await read(response, wanted.maxBytes) : dropped(response);
  } catch (error) {
    return refused(error instanceof Error && error.message === notPublic ? 'address' : 'failed');
  }
}

function dropped(response: IncomingMessage): Fetched {
  response.destroy();
  return refused('failed');
}

type Asked = { readonly url: URL; readonly signal: AbortSignal; readonly lookup: LookupFunction | undefined };

/** Each over a connection of its own: one that is kept would be used again without a look at where it leads. */
function answerOf({ url, signal, lookup: checked }: Asked): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  const headers = { 'accept-encoding': 'identity' };
  return new Promise((resolve, reject) => {
    request(url, { agent: false, headers, signal, ...(checked ? { lookup: checked } : {}) }, resolve)
      .once('error', reject)
      .end();
  });
}

const notPublic = 'the name leads to an address that is not public';

/** A name with one address that may not be called is called at none. */
function checkedLookup(resolve: Resolve = (host) => lookup(host, { all: true })): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || found.some(({ address }) => !isPublicAddress(address))) done(new Error(notPublic), '', 4);
        else if (options.all) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.destroy();
      return refused('too large');
    }
    chunks.push(chunk);
  }
  return { kind: 'fetched', bytes: Buffer.concat(chunks), contentType: response.headers['content-type'] ?? '' };
}
