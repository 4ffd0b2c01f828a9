/** Signing in at a provider, in a real browser: the button of the desk, the provider's own pages, and back. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStore } from '../../../../src/storage/memory/memory-store.ts';
import { createOpenId } from '../../../../src/web/access/oidc/create-open-id.ts';
import { type Served, serve } from '../../../channels/directline/setup/serve.ts';
import { launchChromium } from '../../../setup/chromium/launch-chromium.ts';
import { type AtProvider, client, startProvider } from './provider.ts';

let at: AtProvider;
let served: Served;
let chromium: Browser;

beforeAll(async () => {
  at = await startProvider();
  const openId = createOpenId({
    issuer: at.issuer,
    clientId: client.id,
    clientSecret: client.secret,
    label: 'Sign in with Oakmere',
    scopes: ['openid', 'profile'],
    claims: { name: 'preferred_username', role: 'groups', team: 'team' },
    roles: { desk: 'agent' },
    teams: null,
  });
  const pagesFolder = fileURLToPath(new URL('../../../../dist/web', import.meta.url));
  served = await serve({ web: { accounts: memoryStore(), openId, pagesFolder } });
  at.admit(`${served.url}/sign-in/oidc/callback`);
  chromium = await launchChromium();
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await served?.close();
  await at?.close();
});

async function signInAs(who: string) {
  const context = await chromium.newContext();
  // the provider's pages ask for fonts from elsewhere
  await context.route(/^https:/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(`${served.url}/desk`);
  await page.getByRole('link', { name: 'Sign in with Oakmere' }).click();
  await page.locator('input[name="login"]').fill(who);
  await page.locator('input[name="password"]').fill('anything');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.href.startsWith(served.url));
  return page;
}

test('the button leads to the provider and back to the desk, signed in', async () => {
  const page = await signInAs('ana');
  expect(new URL(page.url()).pathname).toBe('/desk');
  const session = await page.evaluate(async () => (await fetch('/api/session')).json());
  expect(session).toEqual({ name: 'ana', role: 'agent', team: 'returns' });
  await page.getByLabel('Password').waitFor({ state: 'detached' });
  await page.context().close();
}, 60_000);

test('whom the provider knows and the business does not is told so, and whose name is a script runs none', async () => {
  const page = await signInAs('eve');
  await page.getByText('<i>eve</i>').waitFor();
  expect(await page.locator('i').count()).toBe(0);
  await page.goto(`${served.url}/desk`);
  await page.getByLabel('Password').waitFor();
  await page.context().close();
}, 60_000);
