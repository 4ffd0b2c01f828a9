/**
 * Facts of conversations, replaced together, and with them the rollups. They are made from the events again whenever that is needed, so nobody waits
 * for the disk.
 */
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import { joinBriefs } from '../codec/join-briefs.ts';
import { encodeRollup, rollupChanges } from '../codec/rollup-changes.ts';
import { optionalTextOf, type Row, textOf } from '../rows/column.ts';
import type { Database } from './database.ts';
import { factsStatement, rollupsStatement } from './facts-statement.ts';
import { isRaced, postgresError } from './postgres-error.ts';

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly CountedFacts[] };
type Member = Facts & { readonly resolve: () => void; readonly reject: (error: unknown) => void };

const largestGroup = 200;
/** Somebody else writes the facts of the same conversation only when its holder was thought dead, so a second try is rare. */
const mostTries = 20;

/** @returns writes the facts of one conversation; those asked for in one turn of the loop go together */
export function factsWriter(database: Database): (facts: Facts) => Promise<void> {
  let waiting: Member[] = [];
  let isRunning = false;
  return (facts) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...facts, resolve, reject });
      if (!isRunning) void run();
    });

  async function run(): Promise<void> {
    isRunning = true;
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      waiting = waiting.filter((member) => !group.includes(member));
      await write(group);
    }
    isRunning = false;
  }

  async function write(group: readonly Member[]): Promise<void> {
    try {
      await replace(database, group, mostTries);
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(postgresError(error, database.place));
    }
  }
}

/** Where the facts are no longer what they were as they were read, nothing was changed, and they are read again. */
async function replace(database: Database, group: readonly Facts[], triesLeft: number): Promise<void> {
  const conversations = group.map(({ conversation }) => conversation);
  const { rows: before } = await database.ask(rollupsStatement, [conversations]);
  try {
    const { rows } = await database.ask(factsStatement, valuesOf(group, before));
    if (rows[0]?.['yes'] === true) return;
    if (triesLeft === 0) throw new Error('the facts are changed again and again by somebody else');
  } catch (error) {
    if (triesLeft === 0 || !isRaced(error)) throw error;
  }
  await replace(database, group, triesLeft - 1);
}

type Values = Parameters<Database['ask']>[1];

function valuesOf(group: readonly Facts[], before: readonly Row[]): Values {
  const rows = group.flatMap((member) => member.rows);
  const [old, fresh] = [
    before.map((row) => optionalTextOf(row, 'rollup')),
    rows.map((row) => encodeRollup(row.rollup)),
  ];
  const changes = rollupChanges(old, fresh);
  return [
    group.map(({ conversation }) => conversation),
    group.map(({ seq }) => seq),
    ...[before.map((row) => textOf(row, 'conversation')), before.map((row) => textOf(row, 'case_id')), old],
    ...[rows.map(({ conversation }) => conversation), rows.map((row) => row.case)],
    ...[rows.map(({ startedAt }) => startedAt), rows.map(({ facts }) => facts), fresh],
    ...([0, 1, 2, 3, 4, 5] as const).map((column) => changes.map(({ place }) => place[column])),
    changes.map(({ n }) => n),
    group.map((member) => joinBriefs(member.rows)),
  ];
}

/** Each conversation once. */
function takeGroup(waiting: readonly Member[]): readonly Member[] {
  const group = new Map<string, Member>();
  for (const member of waiting) {
    if (group.size === largestGroup) break;
    if (!group.has(member.conversation)) group.set(member.conversation, member);
  }
  return [...group.values()];
}
