/** A rule brings a person, through the runtime, as far as the desk and the figures see it. */
import { expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Program } from '../../../src/dialogs/program.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../../src/measurement/fold-conversation.ts';
import { cardOf } from '../../../src/reports/desk/card-of.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { understand } from '../../dialogs/step/talk.ts';
import { type Harness, start } from '../harness.ts';

const where = { file: 'intents/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

function programOf(dialogs: string, rules: string): Program {
  const { program, problems } = compileBot(
    [
      { path: 'dialogs/a.yaml', text: dialogs },
      { path: 'rules.yaml', text: rules },
    ],
    {
      intents: new Map([
        ['refund', where],
        ['human.request', where],
      ]),
      answers: new Map(),
      answersIn: new Map(),
      entities: new Set(['order_number']),
      actions: new Map(),
    },
  );
  if (!program) throw new Error(JSON.stringify(problems));
  return program;
}

const pay = `
dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - say: Paid.
`;

async function talkWith(rules: string): Promise<Harness> {
  const bot = { program: programOf(pay, rules), since: 0, understand };
  const talk = await start({
    store: await openStore('memory:'),
    bots: { current: () => bot, version: async () => undefined },
    staffing: () => ({ care: { position: 1, waitSeconds: null } }),
  });
  await talk.open();
  return talk;
}

it('a risk brings a person with team and reason, on the card and in the figures as handed over unasked', async () => {
  const talk = await talkWith(
    'rules:\n  - { rule: grave, when: risk != null, handoff: { team: care, reason: at-risk } }\n',
  );
  await talk.say('#refund');
  await talk.say('the thing caught fire');
  expect((await talk.replies()).at(-1)).toContain('You are next');
  expect(await talk.store.handoffs()).toMatchObject([{ conversation: 'c', team: 'care', reason: 'at-risk' }]);
  await talk.runtime.order({
    conversation: 'c',
    id: 'o1',
    act: { agent: 'a', name: 'Ana', act: 'accept', version: 1 },
  });
  const events = await talk.events();
  expect(events.find(({ type }) => type === 'handoff.requested')?.data).toMatchObject({
    reason: 'at-risk',
    by: 'rule',
  });
  expect(cardOf(published, events)).toMatchObject({ reason: 'at-risk' });
  const [facts] = readConversation(published, 'c', foldConversation(published, startConversation, events));
  expect(facts?.person).toMatchObject({ asked: false, byBot: true });
});

it('a customer who is back with the same issue is brought to a person when it goes wrong again', async () => {
  const talk = await talkWith('rules:\n  - { rule: back, when: came_back >= 1 && reprompt >= 1, handoff: care }\n');
  await talk.say('#refund');
  await talk.say('hm');
  expect(await talk.store.handoffs()).toEqual([]);
  await talk.clock.advance(3 * 86_400_000, () => talk.runtime.settle());
  await talk.open('d');
  await talk.say('#refund', { conversation: 'd' });
  await talk.say('hm', { conversation: 'd' });
  expect(await talk.store.handoffs()).toMatchObject([{ conversation: 'd', team: 'care', reason: 'back' }]);
});
