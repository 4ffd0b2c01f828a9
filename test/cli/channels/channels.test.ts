import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLinkCode } from '../../../src/channels/contract/verify/link-code.ts';
import type { Called } from '../../../src/cli/command.ts';
import { command as check } from '../../../src/cli/commands/channels/check.ts';
import { command as link } from '../../../src/cli/commands/channels/link.ts';
import { fakeTelegram, secret, token } from '../../channels/telegram/fake-telegram.ts';
import { token as deskToken, fakeChatwoot, inbox } from '../../desks/chatwoot/fake-chatwoot.ts';
import { secret as deskSecret } from '../../desks/webhook/fake-desk.ts';

let folder: string;
let shown: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-channels-'));
  shown = [];
});
afterEach(() => rm(folder, { recursive: true }));

type Given = {
  readonly yaml?: string;
  readonly values?: Called['values'];
  readonly environment?: Called['environment'];
};

async function checked(name: string, { yaml = '', values = {}, environment = {} }: Given): Promise<[number, string]> {
  await writeFile(join(folder, 'touchpoint.yaml'), yaml);
  const output = { out: (text: string) => void shown.push(text), err: (text: string) => void shown.push(text) };
  const code = await check.run({ values: { bot: folder, ...values }, positionals: [name], environment, output });
  return [code, shown.join('\n')];
}

function chatwootAt(url: string, more = 'signed: true'): string {
  return `desk: { external: { chatwoot: { url: "${url}", account: 3, inbox: ${inbox}, ${more} } } }`;
}

test('a Chatwoot that works is said to; one that knows no such token or inbox is not', async () => {
  const chatwoot = await fakeChatwoot();
  const environment = { TOUCHPOINT_CHATWOOT_TOKEN: deskToken, TOUCHPOINT_CHATWOOT_SECRET: 's' };
  const yaml = chatwootAt(chatwoot.url);
  expect(await checked('chatwoot', { yaml, environment })).toEqual([
    0,
    expect.stringContaining("knows the inbox 'Bot'"),
  ]);
  expect(shown.join()).not.toContain('secret=');
  expect((await checked('chatwoot', { yaml: yaml.replace(inbox, 'other'), environment }))[1]).toContain(
    "no API inbox 'other'",
  );
  const wrong = { ...environment, TOUCHPOINT_CHATWOOT_TOKEN: 'guessed' };
  expect((await checked('chatwoot', { yaml, environment: wrong }))[1]).toContain('it answered 401');
  await chatwoot.close();
});

test('a channel that is not there is refused, and the nearest named', async () => {
  await expect(checked('telegramm', {})).rejects.toMatchObject({ code: 'USAGE', fix: "did you mean 'telegram'?" });
});

test.each([
  ['telegram', '', {}, 'does not name the channel'],
  ['telegram', 'channels: { telegram: {} }', {}, 'TOUCHPOINT_TELEGRAM_TOKEN is not set'],
  [
    'telegram',
    'channels: { telegram: {} }',
    { TOUCHPOINT_TELEGRAM_TOKEN: token },
    'TOUCHPOINT_TELEGRAM_SECRET is not set',
  ],
  [
    'telegram',
    'channels: { telegram: {} }',
    { TOUCHPOINT_TELEGRAM_TOKEN: token, TOUCHPOINT_TELEGRAM_SECRET: 'ä' },
    'does not take',
  ],
  ['telegram', 'channels: { telegram: { token: x } }', {}, "'token' is not known here"],
  ['chatwoot', '', {}, 'does not name the desk'],
  ['chatwoot', chatwootAt('http://127.0.0.1:9'), {}, 'TOUCHPOINT_CHATWOOT_TOKEN is not set'],
  [
    'chatwoot',
    chatwootAt('http://127.0.0.1:9'),
    { TOUCHPOINT_CHATWOOT_TOKEN: 't' },
    'TOUCHPOINT_CHATWOOT_SECRET is not set',
  ],
  [
    'chatwoot',
    chatwootAt('http://127.0.0.1:9', 'signed: false'),
    { TOUCHPOINT_CHATWOOT_TOKEN: 't', TOUCHPOINT_CHATWOOT_SECRET: 'short' },
    'to stand in an address',
  ],
  ['chatwoot', chatwootAt('http://127.0.0.1:9', 'token: x'), {}, "'token' is not known here"],
  ['chatwoot', 'desk: { external: {} }', {}, 'must name one desk'],
  [
    'webhook',
    'desk: { external: { webhook: { url: "http://127.0.0.1:9" } } }',
    {},
    'TOUCHPOINT_DESK_SECRET is not set',
  ],
  [
    'webhook',
    'desk: { external: { webhook: { url: "http://127.0.0.1:9" } } }',
    { TOUCHPOINT_DESK_SECRET: 'whsec_c2hvcnQ=' },
    'not of the form of a webhook secret',
  ],
  [
    'webhook',
    'desk: { external: { webhook: { url: "http://127.0.0.1:9" } } }',
    { TOUCHPOINT_DESK_SECRET: deskSecret },
    'does not take a ping',
  ],
  ['botframework', 'channels: { botframework: {} }', {}, 'names no appId'],
  ['botframework', 'channels: { botframework: { appId: a } }', {}, 'no password of the app is set'],
])('of %s with %j what is missing is told', async (...[name, yaml, environment, message]) => {
  const [code, text] = await checked(name, { yaml, environment });
  expect([code, text]).toEqual([1, expect.stringContaining(message)]);
});

test('nobody is let in unasked but from this machine', async () => {
  const yaml = 'channels: { botframework: { anonymous: true } }';
  expect((await checked('botframework', { yaml, values: { host: '0.0.0.0' } }))[1]).toContain('is refused on');
  expect((await checked('botframework', { yaml }))[0]).toBe(0);
});

test('a channel that works is said to, as JSON too', async () => {
  const provider = await fakeTelegram();
  const environment = {
    TOUCHPOINT_TELEGRAM_TOKEN: token,
    TOUCHPOINT_TELEGRAM_SECRET: secret,
    TOUCHPOINT_TELEGRAM_BASE_URL: provider.url,
  };
  const [code, text] = await checked('telegram', {
    yaml: 'channels: { telegram: {} }',
    values: { json: true },
    environment,
  });
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ schema: 'channels-check/1', channel: 'telegram', ok: true });
  await provider.close();
});

test('the code of a link says who comes by it', async () => {
  const output = { out: (text: string) => void shown.push(text), err: () => {} };
  const called = {
    values: { sub: 'cust-1' },
    positionals: ['telegram'],
    environment: { TOUCHPOINT_IDENTITY_SECRET: 'word' },
    output,
  };
  expect(await link.run(called)).toBe(0);
  expect(readLinkCode(shown[0] ?? '', Date.now(), 'word')).toBe('cust-1');
  await expect(link.run({ ...called, environment: {} })).rejects.toMatchObject({ code: 'SECRET_MISSING' });
  await expect(link.run({ ...called, values: {} })).rejects.toMatchObject({ code: 'USAGE' });
});
