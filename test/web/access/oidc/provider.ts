/** A provider of OpenID Connect on loopback (oidc-provider, certified), and a browser that signs in at it. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export type AtProvider = {
  readonly issuer: string;
  /** takes the client, once its address is known */
  admit(redirect: string): void;
  /** from now on its keys are others than it signs with */
  swapKeys(): void;
  close(): Promise<void>;
};

export const client = { id: 'touchpoint', secret: 'the secret of the client' } as const;

const people: Readonly<Record<string, object>> = {
  ana: { preferred_username: 'ana', groups: ['everybody', 'desk'], team: 'returns' },
  eve: { preferred_username: '<i>eve</i>', groups: ['everybody'] },
};

const signing = { kid: 'k', use: 'sig', alg: 'RS256' } as const;
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...keyPair().privateKey.export({ format: 'jwk' }), ...signing };
const others = { keys: [{ ...keyPair().publicKey.export({ format: 'jwk' }), ...signing }] };

export async function startProvider(): Promise<AtProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let swapped = false;
  return {
    issuer,
    admit(redirect) {
      const provider = new Provider(issuer, {
        clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
        jwks: { keys: [key] },
        cookies: { keys: ['k'] },
        claims: { openid: ['sub'], profile: ['preferred_username', 'groups', 'team'], email: ['email'] },
        findAccount: async (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
      });
      provider.use(async (context, next) => {
        await next();
        if (swapped && context.path === '/jwks') context.body = others;
      });
      server.on('request', provider.callback());
    },
    swapKeys: () => {
      swapped = true;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Browser = { readonly cookies: Map<string, string>; go(address: string, form?: string): Promise<Response> };

/** Keeps cookies; follows nothing by itself. */
export function openBrowser(): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async go(address, form) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = {
        cookie,
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      };
      const answer = await fetch(address, {
        redirect: 'manual',
        headers,
        ...(form === undefined ? {} : { method: 'POST', body: form }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=', 2);
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

/** From our button to the address that the provider sends back to; the interactions are those it has for development. */
export async function signInAt(browser: Browser, start: string, who: string): Promise<string> {
  let here = start;
  for (let steps = 0; steps < 12; steps++) {
    const answer = await browser.go(here);
    const to = answer.headers.get('location');
    if (to === null) {
      const asked = (await answer.text()).includes('name="login"')
        ? `prompt=login&login=${who}&password=x`
        : 'prompt=consent';
      const done = await browser.go(here, asked);
      here = new URL(done.headers.get('location') ?? '', here).href;
    } else here = new URL(to, here).href;
    if (here.includes('/sign-in/oidc/callback')) return here;
  }
  throw new Error(`the sign-in leads nowhere: ${here}`);
}
