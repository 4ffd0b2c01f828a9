/**
 * `touchpoint review`: what people are to look at, drawn at random, and what they found: was a case that was only assumed to be solved really solved, was
 * a rejection right. It may run beside `serve`.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { readCase } from '../../../reports/case/read-case.ts';
import { listReviews, type ReviewList, type Sampled } from '../../../reports/review/list-reviews.ts';
import { keepTable } from '../../../reports/table/keep-table.ts';
import { outcomeWords } from '../../../reports/words.ts';
import { openStore } from '../../../storage/open-store.ts';
import { type Called, type Command, isSet, type Option, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { latestOf, requireMeasures } from '../../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';
import { createRealClock } from '../../process/real-clock.ts';
import { readFlags } from '../../report-flags.ts';
import { seed } from '../../report-json.ts';
import { recordReview } from '../../review/record-review.ts';

const answer = (about: string): Option => ({ type: 'string', takes: 'yes|no', about });

export const command: Command = {
  name: 'review',
  summary: 'Lists cases drawn for people to look at, and records what they found',
  arguments: 'CASE',
  options: {
    bot: botOption,
    data: dataOption,
    from: { type: 'string', takes: 'D', about: 'first day, as 2026-11-01' },
    to: { type: 'string', takes: 'D', about: 'the day after the last' },
    solved: answer('was the case, assumed to be solved, really solved'),
    right: answer('was the rejection of the case right'),
    as: { type: 'string', takes: 'NAME', about: 'who looked (default: terminal)' },
    json: jsonOption,
  },
  run,
};

async function run(called: Called): Promise<number> {
  const [id] = called.positionals;
  return id === undefined ? list(called) : judge(called, id);
}

async function list(called: Called): Promise<number> {
  if (textOf(called, 'solved') !== undefined || textOf(called, 'right') !== undefined)
    throw new TouchpointError('USAGE', 'review: no case was named', { fix: 'touchpoint review CASE --solved yes' });
  const [from, to] = [textOf(called, 'from'), textOf(called, 'to')];
  const flags = readFlags({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  const folder = textOf(called, 'bot') ?? '.';
  const { config } = await readConfig(folder, called.environment);
  const store = await openData('review', dataLocation(textOf(called, 'data'), folder));
  try {
    const asked = { ...flags, by: null, zone: config.zone, asOf: createRealClock().now(), seed };
    const found = await listReviews(keepTable(store), asked);
    called.output.out(isSet(called, 'json') ? JSON.stringify(found) : listed(found));
  } finally {
    await store.close();
  }
  return 0;
}

const shown = 20;

function listed({ waiting, judged, items }: ReviewList): string {
  const rows = items
    .filter((item) => item.judged === null)
    .slice(0, shown)
    .map(({ case: id, sample, month, intent, outcome }) =>
      `  ${month}  ${(sample === 'assumed' ? 'solved?' : 'rightly?').padEnd(9)} ${id.padEnd(30)} ${outcomeWords[outcome]}  ${intent ?? 'nothing understood'}`.trimEnd(),
    );
  const how = 'Read one with: touchpoint case CASE. Then: touchpoint review CASE --solved yes|no, or --right yes|no';
  return [`${waiting} to look at, ${judged} judged`, ...rows, ...(rows.length > 0 ? ['', how] : [])].join('\n');
}

async function judge(called: Called, id: string): Promise<number> {
  const { sample, value } = answered(called);
  const folder = textOf(called, 'bot') ?? '.';
  const location = dataLocation(textOf(called, 'data'), folder);
  const measures = latestOf(await requireMeasures(folder, called.output));
  const reader = await openData('review', location);
  await readCase({ store: reader, measures }, id).finally(() => reader.close());
  const store = await openStore(location);
  try {
    const reviewer = textOf(called, 'as') ?? 'terminal';
    await recordReview(store, { case: id, sample, value, reviewer, at: createRealClock().now() });
  } finally {
    await store.close();
  }
  called.output.out(
    `Recorded for ${id}: ${value ? 'yes' : 'no'}. Figures take it in when the bot runs, or with: touchpoint rebuild`,
  );
  return 0;
}

function answered(called: Called): { readonly sample: Sampled; readonly value: boolean } {
  const [solved, right] = [textOf(called, 'solved'), textOf(called, 'right')];
  if ((solved === undefined) === (right === undefined))
    throw new TouchpointError('USAGE', 'review: say either whether it was solved, or whether it was rightly rejected', {
      fix: 'touchpoint review CASE --solved yes|no, or --right yes|no',
    });
  const said = solved ?? right;
  if (said !== 'yes' && said !== 'no')
    throw new TouchpointError('USAGE', `review: '${said}' is neither yes nor no`, { fix: 'write yes or no' });
  return { sample: solved === undefined ? 'rejected' : 'assumed', value: said === 'yes' };
}
