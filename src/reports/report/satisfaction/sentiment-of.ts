import { type Rate, rateOf, rounded } from '../../../measurement/statistics/rate.ts';
import type { Said } from '../../table/terms.ts';
import { filtered } from '../cases/by-customer.ts';
import { momentsOver } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import type { ExpectationFigures, SentimentFigures } from '../report.ts';
import { meanFrom } from './by-customer.ts';

/** How customers sound: a panel of its own, which no other figure is made of. Where nothing could be measured it says so. */
export function sentimentOf({ engaged, table }: Sample): SentimentFigures {
  const { felt, feltBits } = table.columns();
  const measured = filtered(engaged, (row) => !Number.isNaN(felt[row] ?? Number.NaN));
  const [all, n] = [engaged.rows.length, measured.rows.length];
  return {
    mean: meanFrom(momentsOver(measured, (row) => (felt[row] ?? 0) / 1000)),
    negative: rateOf(momentsOver(measured, (row) => (feltBits[row] ?? 0) & 1)),
    worsened: rateOf(momentsOver(measured, (row) => (feltBits[row] ?? 0) >> 1)),
    notMeasured: all - n,
    coverage: all === 0 ? null : rounded(n / all),
  };
}

/** What dialogs say may be expected of them, against what it took; of those that came to their end. */
export function expectationsOf({ engaged, table }: Sample): ExpectationFigures {
  const { said } = table.columns();
  const saids = table.saids();
  const told = filtered(engaged, (row) => (saids[said[row] ?? 0]?.expectations.length ?? 0) > 0);
  const rate = (what: keyof Expectation): Rate => {
    const counts = saids.map(({ expectations }) => metIn(expectations, what));
    return rateOf(
      momentsOver(
        told,
        (row) => counts[said[row] ?? 0]?.met ?? 0,
        (row) => counts[said[row] ?? 0]?.known ?? 0,
      ),
    );
  };
  return { turnsMet: rate('turnsMet'), timeMet: rate('timeMet') };
}

type Expectation = Said['expectations'][number];

function metIn(expectations: readonly Expectation[], what: keyof Expectation): { readonly met: number; readonly known: number } {
  const known = expectations.map((one) => one[what]).filter((met) => met !== null);
  return { met: known.filter((met) => met).length, known: known.length };
}
