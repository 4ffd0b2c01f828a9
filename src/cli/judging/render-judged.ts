/**
 * Judged conversations for a reader: how they spread, what was hardest on customers, and the hardest ones themselves.
 */
import type { JudgedBurden, JudgedRow } from '../../measurement/judge/judge-transcript.ts';
import type { Rules } from '../../measurement/judge/mapping/mapping.ts';
import { bar } from '../../reports/terminal/blocks.ts';
import { type Look, type Paint, paintFor } from '../../reports/terminal/paint.ts';
import { counted, outcomeWords, signalWords } from '../../reports/words.ts';

export type Shown = { readonly file: string; readonly rules: Rules; readonly rows: readonly JudgedRow[] };

type Lines = readonly string[];

/** @returns lines joined by newlines, the last one not ended */
export function renderJudged({ file, rules, rows }: Shown, look: Look): string {
  const paint = paintFor(look.colour);
  const parts: readonly Lines[] = [
    [
      paint.strong(`${counted(rows.length, 'conversation')} of ${file}`) +
        paint.dim(`  judged by ${rules.file}, ${versionsOf(rows)}`),
    ],
    efforts(rows, paint, look.width),
    outcomes(rows, paint, look.width),
    burdens(rows, paint),
    hardest(rows, paint, look.width),
    [paint.dim('A conversation a line with --json; figures with intervals with --summary.')],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function versionsOf([first]: readonly JudgedRow[]): string {
  return first ? `${first.versions.effort} and ${first.versions.outcome}` : '';
}

const nameWidth = 28;

function barLine(
  name: string,
  count: number,
  drawn: { readonly of: number; readonly width: number; readonly tone: (text: string) => string },
): string {
  const share = drawn.of === 0 ? 0 : count / drawn.of;
  const percent = `${Math.round(share * 100)} %`.padStart(5);
  const width = Math.max(10, drawn.width - nameWidth - 18);
  return `  ${name.padEnd(nameWidth)} ${String(count).padStart(6)} ${percent}  ${drawn.tone(bar(share, width))}`.trimEnd();
}

function efforts(rows: readonly JudgedRow[], paint: Paint, width: number): Lines {
  const spoken = rows.flatMap(({ effort }) => (effort === null ? [] : [effort]));
  if (spoken.length === 0) return [paint.strong('Effort') + paint.dim('  no customer spoke')];
  const sorted = spoken.toSorted((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const bands = [0, 20, 40, 60, 80].map((from) => {
    const inside = spoken.filter((effort) => effort >= from && (effort < from + 20 || from === 80)).length;
    return barLine(`${String(from).padStart(2)} to ${from + 20}`, inside, {
      of: spoken.length,
      width,
      tone: toneOf(from, paint),
    });
  });
  return [
    paint.strong('Effort') + paint.dim(`  0 effortless, 100 never reached; half were at ${median.toFixed(1)} or below`),
    ...bands,
  ];
}

function toneOf(effort: number, paint: Paint): (text: string) => string {
  return effort < 20 ? paint.good : effort < 60 ? paint.fair : paint.bad;
}

function outcomes(rows: readonly JudgedRow[], paint: Paint, width: number): Lines {
  const groups = [...Map.groupBy(rows, ({ outcome }) => outcome)].toSorted(([, a], [, b]) => b.length - a.length);
  const solved = rows.reduce((sum, { resolved }) => sum + resolved, 0) / rows.length;
  return [
    paint.strong('What became of them') + paint.dim(`  solved with a probability of ${solved.toFixed(2)} on average`),
    ...groups.map(([state, { length }]) => {
      const tone = state.startsWith('resolved') || state === 'escalated_resolved' ? paint.good : paint.bad;
      return barLine(outcomeWords[state], length, { of: rows.length, width, tone });
    }),
  ];
}

const burdensShown = 8;

function burdens(rows: readonly JudgedRow[], paint: Paint): Lines {
  const all = rows.flatMap((row) => row.burdens);
  if (all.length === 0) return [paint.strong('What was hard') + paint.dim('  no burden was found')];
  const groups = [...Map.groupBy(all, ({ signal }) => signal)]
    .map(([signal, group]) => ({
      signal,
      count: sum(group, 'count'),
      points: sum(group, 'points'),
      cases: group.length,
    }))
    .toSorted((a, b) => b.points - a.points);
  return [
    paint.strong('What was hard') + paint.dim('  times it happened, conversations it happened in, points of burden'),
    ...groups.slice(0, burdensShown).map(({ signal, count, cases, points }) => {
      const times = `${Math.round(count * 10) / 10} ×`;
      return `  ${signalWords[signal].padEnd(nameWidth)} ${times.padStart(8)}  ${String(cases).padStart(6)}  ${points.toFixed(1).padStart(8)}`;
    }),
  ];
}

function sum(group: readonly JudgedBurden[], field: 'count' | 'points'): number {
  return group.reduce((total, burden) => total + burden[field], 0);
}

const hardestShown = 10;

function hardest(rows: readonly JudgedRow[], paint: Paint, width: number): Lines {
  const hard = rows.filter(({ effort }) => (effort ?? 0) > 0).toSorted((a, b) => (b.effort ?? 0) - (a.effort ?? 0));
  if (hard.length === 0) return [];
  const idWidth = Math.min(24, Math.max(...hard.slice(0, hardestShown).map(({ id }) => id.length)));
  const lines = hard.slice(0, hardestShown).map((row) => {
    const effort = row.effort ?? 0;
    const causes = row.burdens
      .map(({ signal, count }) => `${Math.round(count * 10) / 10} × ${signalWords[signal]}`)
      .join(', ');
    const head = `  ${clipped(row.id, idWidth).padEnd(idWidth)}  `;
    const rest = `  ${clipped(`${outcomeWords[row.outcome]}: ${causes}`, width - head.length - 7)}`;
    return `${head}${toneOf(effort, paint)(effort.toFixed(1).padStart(5))}${rest}`;
  });
  return [paint.strong('The hardest') + paint.dim('  effort, what became of it, and why'), ...lines];
}

function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
}
