import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { customerOf, pollPause, read, type Server, serve, stopAll } from './serving.ts';

let folder: string;
let server: Server | undefined;

async function begin(): Promise<Server> {
  server = await serve({ args: ['--bot', folder] });
  return server;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoint-live-'));
  for (const part of ['dialogs', 'intents', 'actions']) await mkdir(join(folder, part));
  await put('dialogs/hours.yaml', hours('Open all day.'));
  await put('intents/hours.en.yaml', phrases);
});
afterEach(async () => {
  await server?.end();
  await rm(folder, { recursive: true, force: true });
});
afterAll(stopAll);

const phrases = `intents:
  hours.ask:
    about: opening hours
    examples:
      - when are you open
      - what are your opening hours
      - until when is the shop open
      - are you open on sunday
      - opening times please
      - at what time do you close
`;

function hours(text: string): string {
  return `dialog: hours\nabout: hear the opening hours\nstart: { intents: [hours.ask] }\nslots:\n  day: { type: text, ask: Which day? }\nsteps:\n  - ask: day\n  - say: ${text}\n`;
}

function put(path: string, text: string): Promise<void> {
  return writeFile(join(folder, path), text);
}

/** As many editors save: the new text beside the file, then over it. */
async function save(path: string, text: string): Promise<void> {
  await put(`${path}~`, text);
  await rename(join(folder, `${path}~`), join(folder, path));
}

/** Waits until the server says so on its stderr, and gives what it said since `from`. */
async function told(what: RegExp, from = 0): Promise<string> {
  const err = () => server?.err().slice(from) ?? '';
  while (!what.test(err())) await pollPause();
  return err();
}

async function answer(): Promise<string | undefined> {
  const customer = await customerOf(server?.url ?? '');
  await customer.say('when are you open');
  await customer.say('monday');
  // greeting, question, answer
  return (await customer.heard(3)).at(-1);
}

const readiness = z.looseObject({
  ready: z.boolean(),
  rejectedEdit: z
    .looseObject({
      errors: z.number(),
      problems: z.array(z.looseObject({ file: z.string(), line: z.number(), column: z.number(), fix: z.string() })),
    })
    .optional(),
});

test('an edit is live without a restart; an edit with errors is not taken, and told with its place and fix, until it is mended', async () => {
  const server = await begin();
  expect(await answer()).toBe('Open all day.');

  await save('dialogs/hours.yaml', hours('Open until noon.'));
  expect(await told(/Live after \d+ ms: dialogs\/hours\.yaml/)).not.toContain('fix:');
  expect(await answer()).toBe('Open until noon.');

  const seen = server.err().length;
  await save('dialogs/hours.yaml', hours('Open at night.').replace('ask: day\n', 'ask: dai\n'));
  const text = await told(/Not taken/, seen);
  expect(text).toMatch(
    /dialogs\/hours\.yaml:7:10 slot 'dai' does not exist in dialog 'hours'\n {2}fix: did you mean 'day'\?/,
  );
  expect(await answer()).toBe('Open until noon.');
  const { ready, rejectedEdit } = await read(readiness, `${server.url}/readyz`);
  expect(ready).toBe(true);
  expect(rejectedEdit?.problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'dialogs/hours.yaml:7:10',
  ]);

  await save('dialogs/hours.yaml', hours('Open at night.'));
  await told(/Live after/, seen);
  expect(await answer()).toBe('Open at night.');
  expect(await read(readiness, `${server.url}/readyz`)).toEqual({ ready: true });
});

test('files that belong together are taken together: a dialog and the intent it needs, with a model that knows it', async () => {
  const server = await begin();
  await put(
    'dialogs/parking.yaml',
    'dialog: parking\nabout: find a place for the car\nstart: { intents: [parking.ask] }\nsteps:\n  - say: Behind the house.\n',
  );
  await put(
    'intents/parking.en.yaml',
    phrases
      .replace('hours.ask', 'parking.ask')
      .replace(/ {6}- .*\n/g, '')
      .concat(
        [
          'where can I park',
          'is there a car park',
          'parking please',
          'can I leave my car somewhere',
          'do you have parking places',
        ]
          .map((phrase) => `      - ${phrase}\n`)
          .join(''),
      ),
  );
  // a slow disk may show the first file alone for a moment: it is not taken then
  await told(/Live after \d+ ms: .*dialogs\/parking\.yaml.*intents\/parking\.en\.yaml/);
  const customer = await customerOf(server.url);
  expect(await customer.say('where can I leave my car')).toEqual(['Behind the house.']);
});

test('a chat that runs goes on at its question, with the edited dialog', async () => {
  const server = await begin();
  const customer = await customerOf(server.url);
  expect(await customer.say('when are you open')).toEqual(['Which day?']);
  await save('dialogs/hours.yaml', hours('Open until noon.').replace('steps:\n', 'steps:\n  - say: One moment.\n'));
  await told(/Live after/);
  expect(await customer.say('monday')).toEqual(['Open until noon.']);
});

test('actions are live too, and a stop with an edit under way ends well', async () => {
  await put('actions/shop.ts', action('yes'));
  await put(
    'dialogs/hours.yaml',
    hours('Now {state}.').replace('  - say', '  - do: shop.state\n    save: state\n  - say'),
  );
  const server = await begin();
  expect(await answer()).toBe('Now yes.');
  await put('actions/shop.ts', action('no'));
  await told(/Live after \d+ ms: actions\/shop\.ts/);
  expect(await answer()).toBe('Now no.');
  await save(
    'intents/hours.en.yaml',
    (await readFile(join(folder, 'intents/hours.en.yaml'), 'utf8')).replace('please', 'thanks'),
  );
  expect(await server.end()).toBe(0);
});

function action(result: string): string {
  return `import { defineAction, z } from 'touchpoint/actions';
export const state = defineAction({ input: z.object({}), output: z.string(), safe: true, run: () => '${result}' });
`;
}
