import { outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import { noData } from '../../measurement/statistics/rate.ts';
import type { BurdenFigure, Report } from '../report/report.ts';
import { outcomeWords, signalWords, whereOf } from '../words.ts';
import { escapeHtml } from './escape-html.ts';
import { countCell, estimateCell, intervalBar, rateCell, shareBar } from './figure.ts';

type Table = {
  readonly title: string;
  readonly about: string;
  /** a heading with ` #` before it stands over numbers */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A section of rows; nothing where there are none. The first cell of a row names it. */
export function table({ title, about, head, rows }: Table): string {
  if (rows.length === 0) return '';
  const headings = head.map((name) =>
    name.startsWith('#') ? `<th scope="col" class="n">${name.slice(1)}</th>` : `<th scope="col">${name}</th>`,
  );
  const lines = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell, index) => `<td${head[index + 1]?.startsWith('#') ? ' class="n"' : ''}>${cell}</td>`);
    return `<tr><th scope="row">${first}</th>${rest.join('')}</tr>`;
  });
  return `<section><h2>${title}</h2><p class="about">${about}</p>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${headings.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div></section>`;
}

export function outcomeTable({ outcomes, outcomeShares }: Report): string {
  const shown = outcomeStates.filter((state) => outcomes[state] > 0);
  return table({
    title: 'What became of the cases',
    about: 'Shares are of the closed cases, with their 95 % interval.',
    head: ['Outcome', '#Cases', '#Share', 'Interval'],
    rows: shown.map((state) => {
      const share = outcomeShares[state];
      return [
        outcomeWords[state],
        countCell({ path: `outcomes.${state}`, value: outcomes[state] }),
        share ? rateCell({ path: `outcomeShares.${state}`, value: share }) : 'not counted',
        intervalBar(share ?? noData, toneOf(state)),
      ];
    }),
  });
}

function toneOf(state: string): string {
  if (state === 'resolved_assumed') return 'fair';
  return state.startsWith('resolved') || state === 'escalated_resolved' ? 'good' : 'bad';
}

const bandNames = Array.from({ length: 10 }, (_, bin) => `${10 * bin}–${10 * bin + 10}`);

export function effortTable({ effort: { histogram, bands, censored }, cases }: Report): string {
  if (cases.engaged === 0) return '';
  const most = Math.max(1, ...histogram);
  const count = (name: string, value: number): string => countCell({ path: `effort.${name}`, value });
  return table({
    title: 'How hard it was',
    about: `Effort from 0 to 100, all cases, open ones as they stand. Of the closed ones: low ${count('bands.low', bands.low)}, moderate ${count('bands.moderate', bands.moderate)}, high ${count('bands.high', bands.high)}, broken off ${count('censored', censored)}, which were at least as hard as shown.`,
    head: ['Effort', '#Cases', 'Share of the largest'],
    rows: histogram.map((value, bin) => [
      bandNames[bin] ?? '',
      count(`histogram.${bin}`, value),
      shareBar(value / most, bin < 2 ? 'good' : bin < 6 ? 'fair' : 'bad'),
    ]),
  });
}

export function burdenTable({ burdens }: Report): string {
  return table({
    title: 'What to fix first',
    about:
      'Points of effort per 100 cases that would not be there without it. It goes with the effort; it need not be its cause.',
    head: ['Burden', '#Points per 100 cases', '#Cases', 'Where', 'Owner', 'Read'],
    rows: burdens.map((burden, index) => burdenRow(burden, `burdens.${index}`)),
  });
}

function burdenRow(burden: BurdenFigure, path: string): readonly string[] {
  const { signal, pointsPer100Cases, cases, step, owner, conversations } = burden;
  return [
    signalWords[signal],
    estimateCell({ path: `${path}.pointsPer100Cases`, value: pointsPer100Cases }),
    countCell({ path: `${path}.cases`, value: cases }),
    `<code class="where">${escapeHtml(whereOf(step))}</code>`,
    escapeHtml(owner),
    conversations.map((id) => `<code>${escapeHtml(id)}</code>`).join(' '),
  ];
}

export function groupTable({ groups, by }: Report): string {
  return table({
    title: `By ${by ?? ''}`,
    about: 'Largest first. Groups differ in what customers came for, too.',
    head: ['Group', '#Cases', '#Good experience', '#Solved for sure', '#Lasted', '#Median effort', '#High effort'],
    rows: groups.map(({ label, cases, goodExperience, resolution, durable, effort }, index) => [
      escapeHtml(label),
      countCell({ path: `groups.${index}.cases.engaged`, value: cases.engaged }),
      rateCell({ path: `groups.${index}.goodExperience`, value: goodExperience }),
      rateCell({ path: `groups.${index}.resolution.confirmed`, value: resolution.confirmed }),
      rateCell({ path: `groups.${index}.durable.rate`, value: durable.rate }),
      estimateCell({ path: `groups.${index}.effort.median`, value: effort.median }),
      rateCell({ path: `groups.${index}.effort.highShare`, value: effort.highShare }),
    ]),
  });
}

export function askedTable({ satisfaction: { csat, ces, expectation }, promises }: Report): string {
  const items = { csat, ces, expectation };
  const names = {
    csat: 'Satisfied (CSAT 4–5 of 5)',
    ces: 'Found it easy (CES 5–7 of 7)',
    expectation: 'As expected or better',
  };
  const keys = ['csat', 'ces', 'expectation'] as const;
  const kept = (value: number | null): string => (value === null ? 'no data' : value.toLocaleString('en'));
  return table({
    title: 'What customers said',
    about: `Promises made: ${countCell({ path: 'promises.made', value: promises.made })}, kept: ${kept(promises.kept)}, broken: ${kept(promises.broken)}.`,
    head: ['Question', '#Answered so', '#Asked', '#Answers'],
    rows: keys.map((key) => [
      names[key],
      rateCell({ path: `satisfaction.${key}.raw`, value: items[key].raw }),
      countCell({ path: `satisfaction.${key}.asked`, value: items[key].asked }),
      countCell({ path: `satisfaction.${key}.answered`, value: items[key].answered }),
    ]),
  });
}

/** With too few cases for figures, the cases themselves are shown. */
export function latestTable({ latest, effort }: Report): string {
  return table({
    title: 'Latest cases',
    about: 'Too few for figures: read them one by one.',
    head: ['Case', 'Began', 'About', 'Outcome', '#Effort'],
    rows:
      effort.median.kind === 'estimate'
        ? []
        : latest.map(({ case: id, startedAt, intent, outcome, effort: value }) => [
            `<code>${escapeHtml(id)}</code>`,
            escapeHtml(startedAt),
            escapeHtml(intent ?? 'nothing understood'),
            outcomeWords[outcome],
            value === null ? 'no effort' : value.toFixed(1),
          ]),
  });
}
