import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readHttpActions } from '../../../src/actions/http/read-http-actions.ts';
import { readTests } from '../../../src/cli/testing/format/read-tests.ts';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { readYaml } from '../../../src/files/read-yaml.ts';

const root = new URL('../../fixtures/design/', import.meta.url);

function file(path: string) {
  return { path, text: readFileSync(new URL(path, root), 'utf8') };
}

const dialogs = readdirSync(new URL('dialogs/', root))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => file(`dialogs/${name}`));

it('the dialogs of the design compile with the intents and actions of the design', () => {
  const intents = readYaml(file('intents/refund.en.yaml'));
  expect(intents.problems).toEqual([]);
  const actions = readHttpActions(file('actions.yaml'), { services: ['shop'], secrets: { SHOP_KEY: 'x' } });
  expect(actions.problems).toEqual([]);
  const specs = [...actions.actions].map(([name, { spec }]) => [name, { name, ...spec }] as const);
  const { program, problems } = compileBot(dialogs, {
    intents: new Map([['refund.request', intents.place(['intents', 'refund.request'])]]),
    answers: new Map(),
    entities: new Set(['order_number', 'product']),
    actions: new Map(specs),
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(program?.dialogs.get('refund-order')?.nodes.get('3')).toMatchObject({
    kind: 'if',
    else: '3.else.0',
    ref: { line: 32 },
  });
  expect(program?.dialogs.get('refund-order')?.nodes.get('3')).toHaveProperty('then', '3.then.0');
});

it('the conversation test of the design can be read; it runs in the tests of the command', () => {
  const test = file('dialogs/tests/refund-order.test.yaml');
  expect(readTests([test], { program: undefined, zone: 'UTC' })).toMatchObject({ problems: [], tests: [{ line: 1 }] });
  const document = readYaml(test);
  expect(document.value).toMatchObject({
    talk: expect.arrayContaining([{ customer: '12345678' }, { customer: 'yes' }]),
  });
});
