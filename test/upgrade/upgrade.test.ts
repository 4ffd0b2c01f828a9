/**
 * Conversations at every kind of step, stored by one version of a bot and gone on with by an edited one: each goes on or is led on honestly, and nothing
 * that was known is lost.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { bigBot } from '../../bench/big-bot.ts';
import { createBotReader } from '../../src/cli/bot/read-bot.ts';
import { readBotFiles } from '../../src/cli/bot/read-bot-files.ts';
import type { CompiledBot } from '../../src/dialogs/compile/compile-bot.ts';
import { createCompiler } from '../../src/dialogs/compile/compile-bot.ts';
import { evolve } from '../../src/dialogs/evolve/evolve.ts';
import type { ActionResult } from '../../src/dialogs/input.ts';
import type { Program } from '../../src/dialogs/program.ts';
import { initialState, type State } from '../../src/dialogs/state.ts';
import type { Event } from '../../src/events/event.ts';
import type { Understood, Value } from '../../src/events/understood.ts';
import type { SourceFile } from '../../src/files/source-file.ts';
import { createEntityFinder } from '../../src/intents/entities/create-entity-finder.ts';
import { readIntents } from '../../src/intents/read-intents.ts';
import { createRandom } from '../../src/measurement/statistics/create-random.ts';
import type { Bots } from '../../src/runtime/ports.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { type Harness, start } from '../runtime/harness.ts';
import { editBot } from './edit-bot.ts';

const versions = 8;
const talksEach = 25;
const day = 24 * 3_600_000;

type Subject = {
  readonly files: readonly SourceFile[];
  compile(files: readonly SourceFile[]): CompiledBot;
  understand(text: string): Understood;
};

/** Intents are recognised by their marks, entities as the bot's files say. */
function subjectOf(files: readonly SourceFile[], actions: CompiledBot['draft']['actions']): Subject {
  const { intents, answers, entities, entityTypes } = readIntents(
    files.filter(({ path }) => path.startsWith('intents/')),
  );
  const vocabulary = {
    intents: new Map([...intents].map(([name, { where }]) => [name, where])),
    answers,
    entities: entityTypes,
    actions,
  };
  const find = createEntityFinder(entities, 'en');
  const compile = createCompiler();
  return {
    files,
    compile: (edited) => compile(edited, vocabulary),
    understand(text) {
      const accepted = /#([\w.-]+)/.exec(text)?.[1] ?? null;
      const candidates = accepted === null ? [] : [{ intent: accepted, score: 0.9 }];
      return { model: 'marks', threshold: 0.5, accepted, candidates, entities: find(text) };
    },
  };
}

const subjects = new Map<string, Subject>();
beforeAll(async () => {
  const { actions } = await createBotReader('.', {}).read();
  subjects.set('the sample bot', subjectOf(await readBotFiles('.'), actions.specs));
  const spec = { name: 'orders.exists', timeoutMs: 5_000, retries: 0, safe: true, idempotent: false };
  subjects.set('a generated bot', subjectOf(bigBot(12), new Map([[spec.name, spec]])));
});

const answers = [
  'yes',
  'no',
  '12345678',
  '87654321',
  'Anna Miller',
  'anna@example.com',
  '10115',
  '3',
  'Money',
  'blah blah',
  '2 of them are broken',
];

function nextMessage({ starts }: Program, unit: () => number): string {
  const intents = [...starts.keys()];
  const intent = `#${intents[Math.floor(unit() * intents.length)]}`;
  return unit() < 0.3 ? intent : (answers[Math.floor(unit() * answers.length)] ?? '');
}

function outcome(unit: () => number): ActionResult {
  const output: Value = {
    allowed: unit() < 0.7,
    ok: true,
    amount: 20,
    reason: 'too late',
    code: 'not_sent',
    status: 'sent',
    proof: 'p',
  };
  if (unit() < 0.1) return { ok: false, failure: 'refused', message: 'down' };
  return { ok: true, output: unit() < 0.5 ? true : output };
}

type Deployed = { readonly bot: Harness; readonly before: Program; readonly after: Program };

/** Plays conversations on the bot as it is, each broken off somewhere, then makes the edited one today's. */
async function deployed(subject: Subject, seed: number, isKept: boolean): Promise<Deployed> {
  const unit = createRandom(seed);
  const before = subject.compile(subject.files).draft;
  const { program: after, edits } = editBot(subject.files, subject.compile, unit);
  expect(edits).toBeGreaterThan(2);
  const { understand } = subject;
  const [old, fresh] = [
    { program: before, since: 0, understand },
    { program: after, since: 1, understand },
  ];
  let today = old;
  const bots: Bots = {
    current: () => today,
    version: async (hash) => (isKept && hash === before.hash ? old : undefined),
  };
  const bot = await start({ store: memoryStore(), bots, act: async () => outcome(unit) });
  for (let talk = 0; talk < talksEach; talk++) {
    await bot.open(`c${talk}`);
    const length = 1 + Math.floor(unit() * 7);
    for (let n = 0; n < length; n++) await say(bot, `c${talk}`, nextMessage(before, unit));
  }
  today = fresh;
  return { bot, before, after };
}

async function say(bot: Harness, conversation: string, text: string): Promise<readonly Event[]> {
  const known = (await bot.events(conversation)).length;
  await bot.say(text, { conversation });
  await bot.runtime.settle();
  return (await bot.events(conversation)).slice(known);
}

function fold(events: readonly Event[]): State {
  return events.reduce(evolve, initialState('c'));
}

/** What a conversation knows: the values of its running dialogs and those all share. */
function known({ stack, shared }: State) {
  return [stack.map(({ dialog, slots }) => [dialog, slots]), shared];
}

function isLost(events: readonly Event[]): boolean {
  return events.some(
    (event) => event.type === 'value.set' && event.data.name === 'reason' && event.words?.value === 'lost',
  );
}

/** An action of the dialog that is gone; those of the apology, as taking an address down, are its own affair. */
function isActedOn(event: Event): boolean {
  return event.type === 'action.requested' && event.data.at !== null && !event.data.at.dialog.startsWith('on.');
}

describe.each([['the sample bot'], ['a generated bot']])('%s', (name) => {
  const seeds = Array.from({ length: versions }, (_, n) => n + 1);

  test.each(seeds)('conversations go on over edited dialogs, version %i', async (seed) => {
    const subject = subjects.get(name);
    if (!subject) throw new Error(name);
    const { bot, after } = await deployed(subject, seed, true);
    const unit = createRandom(seed + 100);
    let moved = 0;
    for (let talk = 0; talk < talksEach; talk++) {
      for (let n = 0; n < 4; n++) {
        const events = await bot.events(`c${talk}`);
        const fresh = await say(bot, `c${talk}`, nextMessage(after, unit));
        expect(fresh.some(({ type }) => type === 'bot.said')).toBe(true);
        expect(fresh.filter(({ type }) => type === 'turn.halted')).toEqual([]);
        expect(isLost(fresh)).toBe(false);
        const at = fresh.findIndex(({ type }) => type === 'program.changed');
        if (at < 0) continue;
        moved += 1;
        const change = fresh[at];
        const forgotten = change?.type === 'program.changed' ? change.data.forget : [];
        const unmoved = fold([...events, ...fresh.slice(0, at)]);
        const kept = {
          ...unmoved,
          shared: Object.fromEntries(Object.entries(unmoved.shared).filter(([slot]) => !forgotten.includes(slot))),
        };
        expect(known(fold([...events, ...fresh.slice(0, at + 1)]))).toEqual(known(kept));
      }
    }
    expect(moved).toBeGreaterThan(talksEach / 6);
    expect(bot.logged).toEqual([]);
  });

  test.each([
    ['whose old program is gone', false, 0],
    ['whose customers come back after weeks', true, 20],
  ])('conversations %s are led on: told at once, and served what they want', async (_, isKept, days) => {
    const subject = subjects.get(name);
    if (!subject) throw new Error(name);
    const { bot, after } = await deployed(subject, 7, isKept);
    await bot.clock.advance(days * day, () => bot.runtime.settle());
    const unit = createRandom(3);
    let told = 0;
    for (let talk = 0; talk < talksEach; talk++) {
      const wasRunning = fold(await bot.events(`c${talk}`)).stack.length > 0;
      const fresh = await say(bot, `c${talk}`, nextMessage(after, unit));
      expect(fresh.some(({ type }) => type === 'bot.said')).toBe(true);
      if (isLost(fresh)) told += 1;
      if (isLost(fresh)) expect([wasRunning, fresh.some(isActedOn)]).toEqual([true, false]);
      expect((await bot.store.load(`c${talk}`))?.head.program).toBe(after.hash);
      for (let n = 0; n < 3; n++) expect(isLost(await say(bot, `c${talk}`, nextMessage(after, unit)))).toBe(false);
    }
    expect(told).toBeGreaterThan(1);
    expect(bot.logged).toEqual([]);
  });
});
