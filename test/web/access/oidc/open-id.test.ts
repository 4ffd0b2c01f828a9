/** Sign-in at a provider of OpenID Connect: the whole way, and every way in which it must not work. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../src/storage/memory/memory-store.ts';
import { createOpenId } from '../../../../src/web/access/oidc/create-open-id.ts';
import type { OpenIdOptions } from '../../../../src/web/access/oidc/open-id.ts';
import { type Served, serve } from '../../../channels/directline/setup/serve.ts';
import { type AtProvider, type Browser, client, openBrowser, signInAt, startProvider } from './provider.ts';

let at: AtProvider;
let served: Served;
let browser: Browser;
const accounts = memoryStore();

const optionsFor = (issuer: string): OpenIdOptions => ({
  issuer,
  clientId: client.id,
  clientSecret: client.secret,
  label: 'Sign in with Oakmere',
  scopes: ['openid', 'profile'],
  claims: { name: 'preferred_username', role: 'groups', team: 'team' },
  roles: { leads: 'supervisor', desk: 'agent' },
  teams: null,
});

beforeEach(async () => {
  at = await startProvider();
  served = await serve({ web: { accounts, openId: createOpenId(optionsFor(at.issuer)) } });
  at.admit(`${served.url}/sign-in/oidc/callback`);
  browser = openBrowser();
});
afterEach(async () => {
  await served.close();
  await at.close();
});

const comeBack = (who = 'ana') => signInAt(browser, `${served.url}/sign-in/oidc`, who);

async function pageOf(answer: Response) {
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text,
    session: browser.cookies.get('touchpoint_session'),
  };
}

let back = '';

const setQuery = (name: string, value: string) => {
  const address = new URL(back);
  address.searchParams.set(name, value);
  back = address.href;
};

const changedAttempt = (change: object) => {
  const attempt = JSON.parse(Buffer.from(browser.cookies.get('touchpoint_oidc') ?? '', 'base64url').toString());
  browser.cookies.set('touchpoint_oidc', Buffer.from(JSON.stringify({ ...attempt, ...change })).toString('base64url'));
};

describe('who signs in at the provider', () => {
  it('has the same session as with a password, with role and team by their claims', async () => {
    const answer = await browser.go(await comeBack());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
    expect(answer.headers.get('set-cookie')).toMatch(/^touchpoint_session=.*HttpOnly; SameSite=Strict/);
    expect(await (await browser.go(`${served.url}/api/session`)).json()).toEqual({
      name: 'ana',
      role: 'agent',
      team: 'returns',
    });
    expect((await browser.go(`${served.url}/api/desk/queue`)).status).toBe(200);
    expect((await browser.go(`${served.url}/api/cx/report`)).status).toBe(403);
  });

  it('finds the way on the sign-in page', async () => {
    const listed = await (await browser.go(`${served.url}/sign-in/ways`)).json();
    expect(listed).toEqual({ oidc: { label: 'Sign in with Oakmere', href: '/sign-in/oidc' } });
  });

  it('cannot come in twice by the same address', async () => {
    const back = await comeBack();
    await browser.go(back);
    expect((await browser.go(back)).status).toBe(403);
  });

  it('is asked with a challenge, a state and a nonce', async () => {
    const answer = await browser.go(`${served.url}/sign-in/oidc`);
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(
      [asked.get('state'), asked.get('nonce'), asked.get('code_challenge')].every((one) => (one ?? '').length >= 43),
    ).toBe(true);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  });
});

describe('a sign-in that does not hold', () => {
  it.each([
    { how: 'with another state', why: /state/, change: () => setQuery('state', 'other') },
    { how: 'with another nonce', why: /nonce/, change: () => changedAttempt({ nonce: 'other' }) },
    { how: 'with another verifier', why: /does not hold/, change: () => changedAttempt({ verifier: 'v'.repeat(43) }) },
    { how: 'signed with a key that is not the provider’s', why: /signature/, change: () => at.swapKeys() },
    { how: 'after ten minutes', why: /ten minutes/, change: () => served.wall.advance(600_000) },
    { how: 'in another browser', why: /not begun in this browser/, change: () => browser.cookies.clear() },
    { how: 'that was broken off', why: /authorization response/, change: () => setQuery('error', 'access_denied') },
  ])('$how is refused on a page that says why and what helps', async ({ change, why }) => {
    back = await comeBack();
    change();
    const page = await pageOf(await browser.go(back));
    expect(page).toMatchObject({ status: 403, type: 'text/html; charset=utf-8', session: undefined });
    expect(page.text).toMatch(why);
    expect(page.text).toContain('begin again');
    expect(page.text).toContain('SIGN_IN_REFUSED');
  });

  it('for want of a role says which claim to map, and runs no script of a name', async () => {
    const page = await pageOf(await browser.go(await comeBack('eve')));
    expect(page).toMatchObject({ status: 403, session: undefined });
    expect(page.text).toContain('SIGN_IN_WITHOUT_ROLE');
    expect(page.text).toContain('signIn.oidc.roles');
    expect(page.text).not.toContain('<i>eve');
  });

  it('for the name of an account with a password is refused', async () => {
    await accounts.saveAccount({ name: 'ana', role: 'admin', team: null, stamp: 's', password: 'none' });
    const page = await pageOf(await browser.go(await comeBack()));
    await accounts.removePrincipal('ana');
    expect([page.status, page.session]).toEqual([403, undefined]);
    expect(page.text).toContain('touchpoint user remove');
  });

  it('because the provider is gone says so', async () => {
    const gone = await serve({ web: { openId: createOpenId(optionsFor('http://127.0.0.1:9')) } });
    const page = await pageOf(await browser.go(`${gone.url}/sign-in/oidc`));
    await gone.close();
    expect([page.status, page.text.includes('SIGN_IN_UNREACHABLE')]).toEqual([502, true]);
  });
});

it('without a provider there is no such way', async () => {
  const plain = await serve();
  expect(await (await fetch(`${plain.url}/sign-in/ways`)).json()).toEqual({ oidc: null });
  expect((await fetch(`${plain.url}/sign-in/oidc`)).status).toBe(404);
  await plain.close();
});
