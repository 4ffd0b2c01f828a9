/**
 * Many cases out of few, for measuring reports: `node scripts/pinned.js bench/multiply.ts FROM.db TO.db [--cases 1000000] [--weeks 52]`. TO holds all of FROM,
 * and of each of its cases further ones: of other customers, moved back by whole weeks, so that weekdays and hours stay what they are. Only the conversations of
 * FROM can be opened; of the others there are the facts.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { drawLot } from '../src/dialogs/step/issues/draw-lot.ts';
import { published } from '../src/measurement/constants/measures.ts';
import type { Facts } from '../src/measurement/facts.ts';
import { createRowsOf } from '../src/reports/facts/create-projector.ts';
import { storedFacts } from '../src/reports/facts/stored-facts.ts';
import { openStore } from '../src/storage/open-store.ts';

const weekMs = 7 * 86_400_000;
/** Written in one transaction. */
const atOnce = 5000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '1000000' },
    weeks: { type: 'string', default: '52' },
    zone: { type: 'string', default: 'Europe/Berlin' },
  },
});
const [from, to] = positionals;
const [wanted, weeks] = [Number(values.cases), Number(values.weeks)];
if (!from || !to || existsSync(to) || !(wanted > 0) || !(weeks >= 1)) {
  process.stderr.write('multiply: name a database to read, a new one to write, and numbers from 1\n');
  process.exit(2);
}
const began = process.hrtime.bigint();
const total = await multiply(from, to);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.stdout.write(`${JSON.stringify({ schema: 'multiply/1', from, to, cases: total, seconds })}\n`);

/** @returns how many cases there are then */
async function multiply(source: string, target: string): Promise<number> {
  copy(source, target);
  const store = await openStore(target);
  const rowsOf = createRowsOf(published, values.zone);
  try {
    const patterns = await allFacts(store);
    let writing: Promise<void>[] = [];
    for (let n = patterns.length; n < wanted; n++) {
      const pattern = patterns[n % patterns.length];
      if (!pattern) throw new Error(`${source} holds no cases`);
      const facts = another(pattern, Math.floor(n / patterns.length));
      writing.push(store.writeFacts(facts.conversation, 1, rowsOf(facts.conversation, [facts])));
      if (writing.length < atOnce) continue;
      await Promise.all(writing);
      writing = [];
    }
    await Promise.all(writing);
    return Math.max(wanted, patterns.length);
  } finally {
    await store.close();
  }
}

function copy(source: string, target: string): void {
  const database = new DatabaseSync(source, { readOnly: true });
  database.prepare('vacuum into ?').run(target);
  database.close();
}

async function allFacts(store: Parameters<typeof storedFacts>[0]): Promise<readonly Facts[]> {
  const all: Facts[] = [];
  for await (const facts of storedFacts(store, {})) all.push(facts);
  return all;
}

/** The same case of somebody else, some weeks earlier: what lies in the future would be in no report. A conversation of several cases becomes several. */
function another(facts: Facts, round: number): Facts {
  const earlierMs = (round % weeks) * weekMs;
  const id = `${facts.case}~${round}`;
  const moved = (at: number): number => at - earlierMs;
  return {
    ...facts,
    case: id,
    conversation: `${id}~c`,
    conversations: [`${id}~c`],
    customer: `${facts.customer}~${round}`,
    startedAt: moved(facts.startedAt),
    lastAt: moved(facts.lastAt),
    closedAt: facts.closedAt === null ? null : moved(facts.closedAt),
    review: {
      draw: facts.review.draw === null ? null : drawLot(id),
      judged: facts.review.judged.map((one) => ({ ...one, at: moved(one.at) })),
    },
    outcome: {
      ...facts.outcome,
      evidence: facts.outcome.evidence.map((one) => ({ ...one, at: moved(one.at) })),
    },
  };
}
