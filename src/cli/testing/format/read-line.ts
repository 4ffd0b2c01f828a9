/** Reads one line of a talk. */
import { checkShape } from '../../../files/check-shape.ts';
import { toMilliseconds } from '../../../files/duration.ts';
import type { Path } from '../../../files/yaml-document.ts';
import type { BotWish, Line, LineKind } from '../test.ts';
import { readExpect } from './read-expect.ts';
import { known, lineOf, type Reading, report, saidText, wishAt } from './reading.ts';
import { type BotWishSource, type LineSource, lineSchema } from './test-schema.ts';

const speakers = ['customer', 'bot', 'notice', 'expect'] as const;

/** @returns nothing for a line that cannot be read, which is reported */
export function readLine(reading: Reading, path: Path): readonly Line[] {
  const { value: source, problems } = checkShape(reading.document, lineSchema, path);
  reading.problems.push(...problems);
  if (!source || !isOneThing(reading, path, source)) return [];
  const line = lineOf(reading, path);
  return [{ line, afterMs: toMilliseconds(source.after ?? ''), ...kindOf(reading, path, source) }];
}

function isOneThing(reading: Reading, path: Path, source: LineSource): boolean {
  const [first, second] = speakers.filter((key) => source[key] !== undefined);
  if (second !== undefined) {
    const message = `a line is one thing: this one has '${first}' and '${second}'`;
    report(reading, [...path, second], { message, fix: `write '- ' before '${second}' to make it a line of its own` });
    return false;
  }
  if (first === undefined && source.after === undefined) {
    report(reading, path, {
      message: 'this line says nothing',
      fix: "write '- customer: …', '- bot: …', '- notice: …' or '- after: 1h'",
    });
    return false;
  }
  for (const key of ['meanwhile', 'intent'] as const) {
    if (source[key] === undefined || first === 'customer') continue;
    report(reading, [...path, key], { message: `'${key}' belongs to a line of the customer`, fix: 'remove it here' });
  }
  return true;
}

function kindOf(reading: Reading, path: Path, source: LineSource): LineKind {
  const { customer, bot, notice, expect, intent, meanwhile } = source;
  if (intent !== undefined) known(reading, 'intent', { name: intent, path: [...path, 'intent'] });
  if (customer !== undefined) {
    const picks = typeof customer === 'object';
    const at = [...path, 'customer', ...(picks ? ['picks'] : [])];
    const text = saidText(reading, at, picks ? customer.picks : customer);
    return { kind: 'customer', text, picks, meanwhile: meanwhile ?? false, intent: intent ?? null };
  }
  if (bot !== undefined) return botLine(reading, [...path, 'bot'], bot);
  if (notice !== undefined) return noticeLine(reading, [...path, 'notice'], notice);
  if (expect !== undefined) return { kind: 'expect', expected: readExpect(reading, [...path, 'expect'], expect) };
  return { kind: 'wait' };
}

function noticeLine(reading: Reading, path: Path, notice: NonNullable<LineSource['notice']>): LineKind {
  if (typeof notice === 'string') {
    known(reading, 'notice', { name: notice, path });
    return { kind: 'notice', notice, values: {} };
  }
  known(reading, 'notice', { name: notice.name, path: [...path, 'name'] });
  return { kind: 'notice', notice: notice.name, values: notice.with ?? {} };
}

function botLine(reading: Reading, path: Path, bot: NonNullable<LineSource['bot']>): LineKind {
  const isAll = Array.isArray(bot);
  const wishes = isAll ? bot.map((one, n) => botWish(reading, [...path, n], one)) : [botWish(reading, path, bot)];
  return { kind: 'bot', isAll, wishes };
}

function botWish(reading: Reading, path: Path, source: BotWishSource): BotWish {
  const line = lineOf(reading, path);
  if (typeof source !== 'object') return { ...anything, line, says: wishAt(reading, path, source) };
  for (const [key, kind] of checked) {
    const name = source[key];
    if (typeof name === 'string') known(reading, kind, { name, path: [...path, key] });
  }
  if (Object.keys(source).length === 0)
    report(reading, path, { message: 'this expects nothing', fix: 'write what the bot says' });
  const { says, asks, again, choices, from, handoff, goal, promise } = source;
  return {
    line,
    says: says === undefined ? null : wishAt(reading, [...path, 'says'], says),
    asks: asks ?? null,
    again: again ?? null,
    choices: choices?.map((one, n) => saidText(reading, [...path, 'choices', n], one)) ?? null,
    from: from ?? null,
    handoff: handoff ?? null,
    goal: goal ?? null,
    promise: promise ?? null,
  };
}

const checked = [
  ['asks', 'question'],
  ['from', 'place'],
  ['goal', 'goal'],
] as const;

const anything: Omit<BotWish, 'line' | 'says'> = {
  asks: null,
  again: null,
  choices: null,
  from: null,
  handoff: null,
  goal: null,
  promise: null,
};
