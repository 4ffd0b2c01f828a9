import type { Report } from '../report/report.ts';
import { countCell, estimateCell, intervalBar, rateCell } from './figure.ts';

/** @property n cases it rests on, where it is a share or an estimate */
type Tile = {
  readonly title: string;
  readonly figure: string;
  readonly n?: number;
  readonly bar: string;
  readonly notes: readonly string[];
};

/** What a reader must know first, whether it flatters or not. */
export function headlines(report: Report): string {
  const tiles = [good(report), solved(report), lasted(report), contained(report), effort(report), person(report)];
  return `<div class="tiles">${tiles.map(tile).join('\n')}</div>`;
}

function tile({ title, figure, bar, notes, n = 0 }: Tile): string {
  const rests = n === 0 ? [] : [n === 1 ? 'of 1 case' : `of ${n.toLocaleString('en')} cases`];
  const lines = [...notes, ...rests].map((note) => `<p>${note}</p>`).join('');
  return `<section class="tile"><h2>${title}</h2><p class="figure">${figure}</p>${bar}${lines}</section>`;
}

function good({ goodExperience }: Report): Tile {
  return {
    title: 'Good experience',
    figure: rateCell({ path: 'goodExperience', value: goodExperience }),
    bar: intervalBar(goodExperience, 'good'),
    notes: ['solved for good with effort below 20, of all closed cases'],
    n: goodExperience.n,
  };
}

function solved({ resolution }: Report): Tile {
  const { confirmed, assumedShare, audit } = resolution;
  return {
    title: 'Solved for sure',
    figure: rateCell({ path: 'resolution.confirmed', value: confirmed }),
    bar: intervalBar(confirmed, 'good'),
    notes: [
      `assumed from silence, beyond that: ${rateCell({ path: 'resolution.assumedShare', value: assumedShare })}`,
      `of the assumed ones that people reviewed, really solved: ${rateCell({ path: 'resolution.audit', value: audit })}`,
    ],
    n: confirmed.n,
  };
}

function lasted({ durable }: Report): Tile {
  const { rate, coverage } = durable;
  const seen =
    coverage === null ? 'no case is final yet' : `coming back could be seen in ${whole(coverage)} of the final cases`;
  return {
    title: 'Solved and lasted',
    figure: rateCell({ path: 'durable.rate', value: rate }),
    bar: intervalBar(rate, 'good'),
    notes: [seen],
    n: rate.n,
  };
}

function contained({ containment }: Report): Tile {
  const { rate, gap } = containment;
  return {
    title: 'Without a person',
    figure: rateCell({ path: 'containment.rate', value: rate }),
    bar: intervalBar(rate),
    notes: [`without a person and not solved for good: ${rateCell({ path: 'containment.gap', value: gap })}`],
    n: rate.n,
  };
}

function effort({ effort: { median, p90, highShare } }: Report): Tile {
  return {
    title: 'Effort, median',
    figure: estimateCell({ path: 'effort.median', value: median }),
    bar: '',
    notes: [
      `one in ten above ${estimateCell({ path: 'effort.p90', value: p90 })}`,
      `high (60 and more): ${rateCell({ path: 'effort.highShare', value: highShare })}`,
    ],
    n: median.n,
  };
}

function person({ escalation }: Report): Tile {
  const { asked, askedAndGot, askedAndNotGot, byBot, secondsToPerson } = escalation;
  const count = (path: string, value: number): string => countCell({ path: `escalation.${path}`, value });
  return {
    title: 'Asked for a person',
    figure: count('asked', asked),
    bar: '',
    notes: [
      `got one: ${count('askedAndGot', askedAndGot)}, in vain: ${count('askedAndNotGot', askedAndNotGot)}, handed over unasked: ${count('byBot', byBot)}`,
      `seconds to a person, median: ${estimateCell({ path: 'escalation.secondsToPerson', value: secondsToPerson })}`,
    ],
  };
}

function whole(share: number): string {
  return `${Math.round(100 * share)} %`;
}
