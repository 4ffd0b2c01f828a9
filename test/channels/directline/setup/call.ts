import { request } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what came, and fail where it is not there
  readonly body: any;
};

type Asked = {
  readonly bearer?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
};

/** One HTTP call; a body makes it a POST. Strings are sent as they are, everything else as JSON. */
export async function call(url: string, asked: Asked = {}): Promise<Answer> {
  const { bearer, body, headers = {} } = asked;
  const method = asked.method ?? (body === undefined ? 'GET' : 'POST');
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

/** As `call`, with headers that fetch would set by itself (Host). */
export function callAs(
  host: string,
  url: string,
  asked: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: asked.method ?? 'GET', headers: { ...asked.headers, host } },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        const headers = new Headers(
          Object.entries(response.headersDistinct).flatMap(([name, values]) =>
            (values ?? []).map((value): [string, string] => [name, value]),
          ),
        );
        resolve({ status: response.statusCode ?? 0, headers, text, body: parse(text) });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
