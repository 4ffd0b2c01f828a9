/**
 * The receipt of one case: each burden with its arithmetic and its place, the outcome with its evidence.
 */
import type { Effort, ReceiptRow } from '../../measurement/effort/receipt.ts';
import type { Conflict, Evidence } from '../../measurement/outcome/evidence.ts';
import type { CaseView } from '../case/view-case.ts';
import { outcomeWords, signalWords, whereOf } from '../words.ts';
import { type Look, type Paint, paintFor } from './paint.ts';

/** @returns lines joined by newlines, the last one ended */
export function renderReceipt(view: CaseView, scale: number, look: Look): string {
  const paint = paintFor(look.colour);
  const { about, receipt } = view;
  const head = [about.intent ?? 'nothing understood', about.touchpoint, about.startedAt];
  const parts = [
    [`${paint.strong(`Case ${view.case}`)}  ${head.join(' · ')}`],
    receipt === null ? ['no effort: the customer never spoke'] : effortLines(about, { receipt, scale, paint }),
    outcomeLines(view, paint),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type EffortShown = { readonly receipt: Effort; readonly scale: number; readonly paint: Paint };

function effortLines(about: CaseView['about'], { receipt, scale, paint }: EffortShown): readonly string[] {
  const { effort, low, high, band, points } = receipt;
  const range = low === high ? '' : `, between ${low.toFixed(1)} and ${high.toFixed(1)}`;
  const bound = about.censored ? ', at least: the case was broken off' : '';
  return [
    `${paint.strong(`Effort ${effort.toFixed(1)}`)} (${band}${range}${bound})`,
    ...receipt.rows.flatMap((row) => rowLines(row, paint)),
    `  ${points.toFixed(2).padStart(6)}  burden; effort = 100 · (1 − e^(−${points.toFixed(2)}/${scale})) = ${effort.toFixed(1)}`,
  ];
}

function rowLines(row: ReceiptRow, paint: Paint): readonly string[] {
  const probable = row.probable ? ', probably' : '';
  const capped = row.counted < row.count ? ` of ${number(row.count)}` : '';
  const sum = `${number(row.counted)}${capped} × ${number(row.weight)}`;
  const turns = row.turns.length > 0 ? `turn ${row.turns.join(', ')}` : '';
  return [
    `  ${row.points.toFixed(2).padStart(6)}  ${(signalWords[row.signal] + probable).padEnd(28)} ${sum.padEnd(16)} ${turns}`.trimEnd(),
    ...row.steps.map(({ step, owner }) => paint.dim(`          ${whereOf(step)}  (${owner})`)),
  ];
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function outcomeLines({ outcome, ledger }: CaseView, paint: Paint): readonly string[] {
  const where = outcome.at === null ? '' : `, left at: ${outcome.at.replaceAll('_', ' ')}`;
  const final = outcome.final ? 'final' : 'may still change';
  return [
    `${paint.strong(`Outcome: ${outcomeWords[outcome.state]}`)}${where} (${final}; solved with probability ${outcome.resolved.toFixed(2)})`,
    ...ledger.evidence.map((one) => `  ${evidenceLine(one)}`),
    ...ledger.conflicts.map((one) => paint.fair(`  ${conflictLine(one)}`)),
  ];
}

function evidenceLine({ turn, value, rule, goal, source }: Omit<Evidence, 'at'>): string {
  const about = goal === null ? '' : ` (${goal})`;
  return `turn ${String(turn).padEnd(3)} ${value ? 'for    ' : 'against'}  ${rule}${about}  [${source}]`;
}

function conflictLine({ stronger, overruled, turn }: Conflict): string {
  return `conflict: ${overruled} of turn ${turn} is overruled by ${stronger}`;
}
