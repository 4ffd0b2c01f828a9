/**
 * The report in a terminal: one screen with the truth first, then what to fix. Shows what the report holds and computes nothing.
 */
import { type OutcomeState, outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import type { Rate } from '../../measurement/statistics/rate.ts';
import type { BurdenFigure, Figures, Group, Report } from '../report/report.ts';
import { amount, counted, outcomeWords, percent, signalWords, whereOf } from '../words.ts';
import { bar } from './blocks.ts';
import { histogram } from './histogram.ts';
import { type Look, type Paint, paintFor } from './paint.ts';

/** @returns lines joined by newlines, the last one ended */
export function renderReport(report: Report, look: Look): string {
  const paint = paintFor(look.colour);
  const parts = [
    heading(report, paint),
    headlines(report, paint, look.width),
    outcomes(report, paint, look.width),
    histogram(report.effort, report.cases.engaged, paint),
    burdens(report.burdens, paint, look.width),
    groups(report.groups, report.by, paint),
    latest(report, paint),
    footnotes(report, paint),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Lines = readonly string[];

function heading(report: Report, paint: Paint): Lines {
  const { cases, filters } = report;
  const chosen = Object.entries(filters).map(([name, value]) => `${name} ${value}`);
  const exclusions = [
    cases.unengaged > 0 ? `${cases.unengaged} without a word from the customer` : '',
    cases.spamTest > 0 ? `${cases.spamTest} spam or test` : '',
  ].filter(Boolean);
  return [
    `${paint.strong('Experience report')}  ${report.from} to ${report.to} (${report.zone}, last day not included)`,
    ...(chosen.length > 0 ? [`only ${chosen.join(', ')}`] : []),
    `${counted(cases.all, 'case')}: ${[`${cases.engaged} with a conversation`, ...exclusions].join(', ')}`,
    paint.dim(`${cases.open} still open, ${cases.provisional} may still change, ${cases.final} final`),
  ];
}

const labelWidth = 20;

function headlines(report: Report, paint: Paint, width: number): Lines {
  const { goodExperience, resolution, containment } = report;
  const row = (label: string, text: string): string => `${paint.strong(label.padEnd(labelWidth))}${text}`.trimEnd();
  const note = (text: string): string => `${' '.repeat(labelWidth)}${paint.dim(text)}`;
  return [
    row('Good experience', `${percent(goodExperience).padEnd(18)}${gauge(goodExperience, paint, width)}`),
    note('solved for good with effort below 20, of all closed cases'),
    row('Solved for sure', percent(resolution.confirmed)),
    note(`verified or confirmed; assumed from silence: ${percent(resolution.assumedShare)}`),
    row('Solved and lasted', lastedWords(report)),
    row('Without a person', percent(containment.rate)),
    note(`without a person and not solved for good: ${percent(containment.gap)}`),
    row('Effort', effortWords(report)),
    row('Person', personWords(report)),
  ];
}

function lastedWords({ durable: { rate, coverage } }: Report): string {
  const seen =
    coverage === null ? 'no case is final yet' : `seen in ${Math.round(100 * coverage)} % of the final cases`;
  return `${percent(rate)}, ${seen}`;
}

function gauge(rate: Rate, paint: Paint, width: number): string {
  if (rate.kind !== 'rate') return '';
  const room = Math.min(30, Math.max(8, width - 50));
  const filled = bar(rate.value, room);
  return paint.good(filled) + paint.dim('░'.repeat(room - [...filled].length));
}

function effortWords({ effort: { median, p90, highShare } }: Report): string {
  if (median.kind !== 'estimate') return amount(median);
  return `median ${amount(median)}, one in ten above ${amount(p90)}, high in ${percent(highShare)}`;
}

function personWords({ escalation: { asked, askedAndNotGot } }: Report): string {
  return asked === 0 ? 'nobody asked for one' : `asked for in ${counted(asked, 'case')}, in vain in ${askedAndNotGot}`;
}

function outcomes(report: Figures, paint: Paint, width: number): Lines {
  const shown = outcomeStates.filter(
    (state) => report.outcomes[state] > 0 && state !== 'unengaged' && state !== 'spam_test',
  );
  if (shown.length === 0) return [];
  const room = Math.max(8, width - 54);
  const most = Math.max(...shown.map((state) => report.outcomes[state]));
  const rows = shown.map((state) => {
    const count = report.outcomes[state];
    const share = report.outcomeShares[state];
    const figure = state === 'open' ? '' : percent(share ?? { kind: 'no_data', n: 0 });
    const drawn = toneOf(state, paint)(bar(count / most, room));
    return `  ${outcomeWords[state].padEnd(28)} ${String(count).padStart(5)}  ${figure.padEnd(15)} ${drawn}`;
  });
  return [paint.strong('What became of the cases') + paint.dim('  share of closed ones, 95 % interval'), ...rows];
}

function toneOf(state: OutcomeState, paint: Paint): (text: string) => string {
  if (state === 'resolved_assumed' || state === 'open') return paint.fair;
  return state.startsWith('resolved') || state === 'escalated_resolved' ? paint.good : paint.bad;
}

const burdensShown = 6;

function burdens(figures: readonly BurdenFigure[], paint: Paint, width: number): Lines {
  if (figures.length === 0) return [];
  const rows = figures
    .slice(0, burdensShown)
    .flatMap(({ signal, owner, step, cases, pointsPer100Cases }) => [
      `  ${signalWords[signal].padEnd(27)} ${amount(pointsPer100Cases).padEnd(22)} ${counted(cases, 'case').padStart(9)}  ${owner}`,
      `    ${paint.dim(clipped(whereOf(step), width - 4))}`,
    ]);
  const rest = figures.length - burdensShown;
  return [
    paint.strong('What to fix first') + paint.dim('  points of effort per 100 cases that go with it'),
    ...rows,
    ...(rest > 0 ? [paint.dim(`  and ${rest} more`)] : []),
  ];
}

function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
}

function groups(all: readonly Group[], by: string | null, paint: Paint): Lines {
  if (all.length === 0) return [];
  const head = `  ${''.padEnd(26)} ${'cases'.padStart(6)}  ${'good experience'.padEnd(17)} median effort`;
  const rows = all.map(
    ({ label, cases, goodExperience, effort }) =>
      `  ${clipped(label, 26).padEnd(26)} ${String(cases.engaged).padStart(6)}  ${percent(goodExperience).padEnd(17)} ${amount(effort.median)}`,
  );
  return [paint.strong(`By ${by ?? ''}`), paint.dim(head), ...rows];
}

/** With too few cases for figures, the cases themselves are shown. */
function latest({ latest: cases, effort }: Report, paint: Paint): Lines {
  if (effort.median.kind === 'estimate' || cases.length === 0) return [];
  const rows = cases.map(({ case: id, intent, outcome, effort: value }) => {
    const shown = value === null ? 'no effort' : `effort ${value.toFixed(1)}`;
    return `  ${shown.padEnd(12)} ${outcomeWords[outcome].padEnd(28)} ${(intent ?? 'nothing understood').padEnd(22)} ${paint.dim(id)}`;
  });
  return [paint.strong('Latest cases') + paint.dim('  too few for figures: read them one by one'), ...rows];
}

function footnotes({ versions, durable, seed, breaks }: Report, paint: Paint): Lines {
  const unseen =
    durable.rate.kind === 'no_data'
      ? ['Coming back with the same issue is not seen yet: good experience is an upper bound.']
      : [];
  const made = `${versions.effort}, ${versions.outcome}, measures ${versions.measures}; 95 % intervals by customer, seed ${seed}`;
  const changes = breaks.map(
    ({ at, measures }) =>
      `Measures ${measures} were published ${at.slice(0, 10)}; all figures are made with ${versions.measures}.`,
  );
  return [...unseen, ...changes, made].map(paint.dim);
}
