/** The page of a survey, over HTTP and in a browser, with and without scripts. */
import axe from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LinkedSurvey, Surveyed } from '../../../src/runtime/door.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { secretHash } from '../../../src/web/access/secret-hash.ts';
import { createSurveyTokens } from '../../../src/web/survey/survey-tokens.ts';
import { type Served, serve } from '../../channels/directline/setup/serve.ts';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';

const access = { kind: 'secrets', secrets: ['a-very-secret-secret'] } as const;
const day = 86_400_000;
const grant = { case: 'c/1', items: ['ces', 'solved'] } satisfies { case: string; items: ('ces' | 'solved')[] };

let served: Served;
let taken: Surveyed[];
let gone: boolean;
let language: string;

const questions: LinkedSurvey['questions'] = (items) =>
  items.map((item) =>
    item === 'solved'
      ? {
          item,
          text: 'Is your issue solved?',
          scale: [
            { value: 'yes', title: 'Yes' },
            { value: 'partly', title: 'Partly <b>' },
            { value: 'no', title: 'No' },
          ],
        }
      : {
          item,
          text: 'How much do you agree: we made it easy?',
          scale: ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, title: value })),
        },
  );

beforeEach(async () => {
  [taken, gone, language] = [[], false, 'en'];
  const accounts = memoryStore();
  await accounts.saveToken({ token: secretHash('mailer'), name: 'mailer', role: 'admin', team: null });
  await accounts.saveToken({ token: secretHash('reader'), name: 'reader', role: 'analyst', team: null });
  served = await serve({
    web: {
      accounts,
      surveyLinks: { access, name: 'Oakmere & Co' },
      read: async () => JSON.stringify([{ case: 'c/1', until: served.clock.now() + day }]),
      runtime: {
        ...(await fakes()),
        linked: async () =>
          gone
            ? undefined
            : {
                customer: 'k',
                channel: 'web',
                language,
                lastAt: served.clock.now(),
                profile: { email: 'ines@shop.example' },
                due: grant,
                questions,
              },
        surveyed: async (surveyed) => {
          taken.push(surveyed);
          return gone ? 'unknown' : 'handled';
        },
      },
    },
  });
});
afterEach(() => served.close());

/** What the server asks of a runtime besides. */
async function fakes() {
  const other = await serve();
  await other.close();
  return {
    ...other.bot.runtime,
    judge: async () => 'unknown' as const,
    tell: async () => ({ status: 'erased' }) as const,
  };
}

const link = (until = served.clock.now() + day): string =>
  `/survey/${createSurveyTokens(access, served.clock).sign(grant, until)}`;
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${served.url}${path}`, { headers });
const post = (path: string, form: Record<string, string>) =>
  fetch(`${served.url}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

describe('the link', () => {
  it('shows the questions, and reading it, once or by a scanner that follows links, answers nothing', async () => {
    const answer = await get(link());
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('Is your issue solved?');
    expect(page).toContain('Partly &lt;b&gt;');
    expect(page).toContain('Oakmere &amp; Co');
    await fetch(`${served.url}${link()}`, { method: 'HEAD' });
    expect(taken).toEqual([]);
  });

  it('keeps to itself: no script, no other site, no copy, no trace of the link', async () => {
    const { headers } = await get(link());
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('takes answers and a comment, and leads to a page that sends nothing again', async () => {
    const path = link();
    const answer = await post(path, { ces: '6', solved: 'partly', comment: ' slow, but fine ' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '?done']);
    expect(taken).toEqual([
      {
        conversation: 'c',
        case: 'c/1',
        items: ['ces', 'solved'],
        answers: [
          { item: 'ces', value: '6' },
          { item: 'solved', value: 'partly' },
        ],
        comment: 'slow, but fine',
      },
    ]);
    expect(await (await get(`${path}?done`)).text()).toContain('Thank you for telling us.');
  });

  it('takes no answer that is not on the scale, nor to what it does not ask', async () => {
    const answer = await post(link(), { ces: '9', nps: '10' });
    expect([answer.status, taken]).toEqual([422, []]);
    expect(await answer.text()).toContain('role="alert"');
  });

  it.each([
    ['after its end', () => link(served.clock.now() - 1_000), { status: 410, text: 'This survey is closed' }],
    ['that was forged', () => `${link().slice(0, -3)}abc`, { status: 404, text: 'This link leads nowhere' }],
    ['of which the end was moved', () => moved(link()), { status: 404, text: 'This link leads nowhere' }],
    ['that is none', () => '/survey/hello', { status: 404, text: 'This link leads nowhere' }],
  ])('%s shows a page that tells nothing, and takes nothing', async (_, path, { status, text }) => {
    for (const answer of [await get(path()), await post(path(), { ces: '6' })]) {
      expect(answer.status).toBe(status);
      const page = await answer.text();
      expect(page).toContain(text);
      expect(page).not.toContain('made it easy');
    }
    expect(taken).toEqual([]);
  });

  it('of a customer who was erased shows what a forged one shows, to the byte', async () => {
    gone = true;
    const [erased, forged] = [await get(link()), await get('/survey/hello')];
    expect([erased.status, await erased.text()]).toEqual([forged.status, await forged.text()]);
    expect((await post(link(), { ces: '6' })).status).toBe(404);
  });

  it("speaks the customer's language, and the reader's where it leads nowhere", async () => {
    language = 'de';
    expect(await (await get(link())).text()).toContain('Absenden');
    const lost = await (await get('/survey/hello', { 'accept-language': 'es-MX,en;q=0.5' })).text();
    expect(lost).toContain('no lleva a ninguna parte');
    expect(lost).toContain('<html lang="es">');
  });

  it('takes five answers at once and no more', async () => {
    const path = link();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await post(path, { ces: '1' })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect((await post(path, { comment: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

/** The same token with a later end, as somebody would write who has no key. */
function moved(path: string): string {
  const [head, claims = '', mark] = path.split('.');
  const later = Buffer.from(claims, 'base64url')
    .toString()
    .replace(/"exp":\d+/, '"exp":9999999999');
  return [head, Buffer.from(later).toString('base64url'), mark].join('.');
}

describe('what is due', () => {
  const due = (token: string) => get('/api/surveys/due', { authorization: `Bearer ${token}` });

  it('is told to a program of the business with the role, with a link that works', async () => {
    const told = JSON.parse(await (await due('mailer')).text());
    expect(told).toMatchObject({
      schema: 'surveys-due/1',
      surveys: [{ case: 'c/1', language: 'en', items: ['ces', 'solved'], profile: { email: 'ines@shop.example' } }],
    });
    expect((await fetch(told.surveys[0].url)).status).toBe(200);
    expect((await due('reader')).status).toBe(403);
    expect((await due('nobody')).status).toBe(401);
  });

  it('counts as asked when the business says that it was sent; what is not due is refused', async () => {
    const send = (id: string) =>
      fetch(`${served.url}/api/surveys/sent`, {
        method: 'POST',
        headers: { authorization: 'Bearer mailer', 'content-type': 'application/json' },
        body: JSON.stringify({ case: id }),
      });
    expect((await send('c/1')).status).toBe(204);
    expect(taken).toMatchObject([{ case: 'c/1', answers: [], comment: '' }]);
    const refused = await send('c/2');
    expect([refused.status, JSON.parse(await refused.text()).error.code]).toEqual([404, 'CASE_UNKNOWN']);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser.close());

  async function visit(options: BrowserContextOptions, path = link()) {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${served.url}${path}`);
    return page;
  }

  it('is answered without any script, by keyboard alone', async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('fine');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you for telling us.' }).waitFor();
    expect(taken).toMatchObject([
      {
        answers: [
          { item: 'ces', value: '2' },
          { item: 'solved', value: 'yes' },
        ],
        comment: 'fine',
      },
    ]);
    await page.getByRole('link', { name: 'Change my answers' }).click();
    await page.getByRole('group', { name: 'Is your issue solved?' }).waitFor();
    await page.context().close();
  }, 60_000);

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [320, 1280].map((width) => ({ colorScheme, viewport: { width, height: 720 } })),
    ),
  )(
    'axe finds nothing with %o, and nothing is cut off',
    async (options) => {
      const page = await visit(options);
      expect(await foundBy(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('alert').waitFor();
      expect(await foundBy(page)).toEqual([]);
      await page.getByRole('radio', { name: '7' }).check();
      expect(await foundBy(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('link').waitFor();
      expect(await foundBy(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

async function foundBy(page: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['newPage']>>) {
  await page.evaluate(axe.source);
  const tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
  const found = await page.evaluate(
    `axe.run({ runOnly: ${tags} }).then(({ violations }) => [...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + html)),
      ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [])])`,
  );
  return found;
}
