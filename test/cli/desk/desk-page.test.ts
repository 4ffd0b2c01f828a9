/** The desk's page in a real browser, on a server in a process of its own: two agents at their desks, customers over Direct Line. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';
import { type Customer, customerOf, messagesOf, pollPause, type Server, serve, stopAll } from '../serving.ts';
import { hire, password, signIn, watch } from './at-the-desk.ts';

let server: Server;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  server = await serve({ args: ['--no-services'] });
  await hire(server, 'agent', ['Ana', 'Bo']);
  await hire(server, 'admin', ['Root']);
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopAll();
  expect(faults).toEqual([]);
});

type Look = { readonly scheme?: 'light' | 'dark'; readonly isPhone?: boolean };

async function deskOf(name: string, { scheme = 'light', isPhone = false }: Look = {}): Promise<Page> {
  const viewport = isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, colorScheme: scheme, isMobile: isPhone });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  watch(page, faults);
  await page.goto(`${server.url}/desk`);
  await signIn(page, name, name !== 'Root');
  return page;
}

/** A customer who asked for a person and is in the queue. */
async function customerInQueue(): Promise<Customer> {
  const customer = await customerOf(server.url);
  await customer.say('<img src=x onerror="alert(1)"> can I talk to a person?');
  await customer.heard(2);
  return customer;
}

function rowOf(page: Page, { conversation }: Customer) {
  return page.getByRole('navigation').getByRole('button', { name: new RegExp(conversation.slice(0, 6)) });
}

async function heardBy(customer: Customer, text: string): Promise<void> {
  while (!(await messagesOf(server.url, customer.conversation)).some((one) => one.text === text)) await pollPause();
}

async function objections(page: Page): Promise<unknown> {
  // what is still fading in has no colours of its own yet
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity).map(({ finished }) => finished.catch(() => {})))',
  );
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + n.html)))',
  );
}

describe('the desk in the browser', { timeout: 120_000 }, () => {
  test('tells in words why nobody is let in', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}/desk`);
    await page.getByLabel('Name').fill('Ana');
    await page.getByLabel('Password').fill('guessed');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('there is no account of this name').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  test('lets an admin add somebody, change them, and remove them', async () => {
    const page = await deskOf('Root', { isPhone: true });
    await page.getByRole('button', { name: 'Accounts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Accounts' });
    await dialog.getByRole('button', { name: 'Change Ana' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Remove Root' }).count()).toBe(0);
    await dialog.getByLabel('Name').fill('<i>Cy</i>');
    await dialog.getByLabel('Password').fill(password);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByRole('button', { name: 'Change <i>Cy</i>' }).click();
    await dialog.getByLabel('Role').selectOption('supervisor');
    await dialog
      .locator('form')
      .getByRole('button', { name: /^Change/ })
      .click();
    await dialog.getByRole('listitem').filter({ hasText: '<i>Cy</i> supervisor' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove <i>Cy</i>' }).click();
    const sure = dialog.getByRole('button', { name: 'Yes, remove <i>Cy</i>' });
    await sure.waitFor();
    expect(await dialog.getByText('was removed').count()).toBe(0);
    await sure.click();
    await dialog.getByText('<i>Cy</i> was removed').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('leads a conversation from the queue to its end with the keyboard alone', async () => {
    const page = await deskOf('Ana');
    const customer = await customerInQueue();
    await rowOf(page, customer).getByText('can I talk to a person?').waitFor();
    expect(await page.title()).toBe('(1) Desk · Touchpoint');
    await page.keyboard.press('a');
    await page.getByLabel(/^Message to/).waitFor();
    await page.getByRole('log').getByText('can I talk to a person?').waitFor();
    await page.keyboard.type('Hello, I am Ana.');
    await page.keyboard.press('Enter');
    await heardBy(customer, 'Hello, I am Ana.');
    await page.getByRole('log').getByText('Hello, I am Ana.').waitFor();
    await customer.post('thank you <b>so much</b>');
    await page.getByRole('log').getByText('thank you <b>so much</b>').waitFor();
    await page
      .getByRole('complementary', { name: 'What is known' })
      .getByText('Asked for a person', { exact: true })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    await page.getByRole('radio', { name: 'Partly' }).check();
    await page.getByLabel('What it was about').fill('a question');
    await page.getByRole('dialog').getByRole('button', { name: 'Wrap up' }).click();
    await page.getByText('You have no conversation.').waitFor();
    expect(await page.evaluate("document.querySelectorAll('.lines img, .lists img').length")).toBe(0);
  });

  test('sends the customer a file, and shows both what the other sent', async () => {
    const page = await deskOf('Ana');
    const customer = await customerInQueue();
    await rowOf(page, customer).waitFor();
    await page.keyboard.press('a');
    await page.getByLabel(/^Message to/).waitFor();
    const [name, mimeType, buffer] = ['bill.pdf', 'application/pdf', Buffer.from('%PDF-1.7 to be paid')] as const;
    await page.getByLabel('File for the customer').setInputFiles({ name, mimeType, buffer });
    const link = page.getByRole('log').getByRole('link', { name });
    await link.waitFor();
    const got = await fetch(server.url + (await link.getAttribute('href')));
    expect(Buffer.from(await got.arrayBuffer())).toEqual(buffer);
    await fetch(`${server.url}/v3/directline/conversations/${customer.conversation}/upload?userId=customer`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-disposition': 'attachment; filename="letter.txt"' },
      body: 'Dear all',
    });
    await page.getByRole('log').getByRole('link', { name: 'letter.txt' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.context().close();
  });

  test('shows a colleague at once what has been taken, and what was passed on again', async () => {
    const [ana, bo] = [await deskOf('Ana'), await deskOf('Bo')];
    const customer = await customerInQueue();
    await rowOf(ana, customer).click();
    await ana.getByRole('button', { name: 'Take this conversation' }).click();
    await rowOf(bo, customer).getByText('with Ana').waitFor();
    await ana.getByRole('button', { name: 'Pass on' }).click();
    await ana.getByLabel('Note for whoever takes it').fill('likes it short');
    await ana.getByRole('dialog').getByRole('button', { name: 'Pass on' }).click();
    await rowOf(bo, customer).click();
    await bo.getByRole('button', { name: 'Take this conversation' }).click();
    await bo.getByLabel(/^Message to/).waitFor();
    await rowOf(ana, customer).getByText('with Bo').waitFor();
    await bo.getByRole('button', { name: 'To the bot' }).click();
    await bo.getByText('The bot goes on with this customer.').waitFor();
  });

  test('keeps what could not be sent, and sends it once when asked again', async () => {
    const page = await deskOf('Ana');
    const customer = await customerInQueue();
    await rowOf(page, customer).click();
    await page.getByRole('button', { name: 'Take this conversation' }).click();
    await page.route('**/messages', (route) => route.abort());
    await page.getByLabel(/^Message to/).fill('Are you still there?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await page.unroute('**/messages');
    await page.getByRole('button', { name: 'Send again' }).click();
    await heardBy(customer, 'Are you still there?');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await page.getByRole('log').getByText('Are you still there?').count()).toBe(1);
  });

  test.each([
    { scheme: 'light' },
    { scheme: 'dark' },
    { scheme: 'light', isPhone: true },
    { scheme: 'dark', isPhone: true },
  ] as const)('has nothing that axe objects to: %o', async (look) => {
    const page = await deskOf('Bo', look);
    expect(await objections(page)).toEqual([]);
    const customer = await customerInQueue();
    await rowOf(page, customer).click();
    await page.getByRole('button', { name: 'Take this conversation' }).click();
    await page.getByLabel(/^Message to/).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Wrap up' }).click();
    expect(await objections(page)).toEqual([]);
  });
});
