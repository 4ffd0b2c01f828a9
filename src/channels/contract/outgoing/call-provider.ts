/**
 * One call to a provider: JSON there and back, within a time and a size. What is not an answer is told apart by whether the call may have arrived.
 */

/**
 * `unreached`: the provider has not got it. `broken`: it may have, and what came of it is not known.
 */
export type Answered =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfterMs?: number }
  | { readonly kind: 'unreached' | 'broken'; readonly message: string };

/**
 * @property body to be posted; a text is JSON already. Without one the call is a GET
 */
export type ProviderCall = {
  readonly url: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
};

/** Answers of providers are short; more is not read. */
const mostBytes = 1024 * 1024;

/** No redirect is followed: a provider does not move, and what it is sent holds its secrets. */
export async function callProvider({ url, body, headers = {}, timeoutMs }: ProviderCall): Promise<Answered> {
  try {
    const response = await fetch(url, {
      ...(body === undefined ? { headers } : posted(body, headers)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfterMs = secondsIn(response.headers.get('retry-after'));
    const answer = { kind: 'answered', status: response.status, body: await readJson(response) } as const;
    return retryAfterMs === undefined ? answer : { ...answer, retryAfterMs };
  } catch (error) {
    const code = codeOf(error);
    return { kind: notReached.has(code) ? 'unreached' : 'broken', message: code };
  }
}

function posted(body: object | string, headers: ProviderCall['headers']): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** The connection was never made. */
const notReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The name of what went wrong; its message may hold the address, and so a secret. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

function secondsIn(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
