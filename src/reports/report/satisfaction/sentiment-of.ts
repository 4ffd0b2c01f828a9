import { type Rate, rateOf, rounded } from '../../../measurement/statistics/rate.ts';
import type { Said } from '../../table/terms.ts';
import { type Clusters, filtered, nobody } from '../cases/by-customer.ts';
import { momentsOver } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import type { ExpectationFigures, SentimentFigures } from '../report.ts';
import { meanFrom } from './by-customer.ts';

/** How customers sound: a panel of its own, which no other figure is made of. Where nothing could be measured it says so. */
export function sentimentOf({ engaged, table }: Sample): SentimentFigures {
  const { felt, feltBits } = table.columns();
  const means = momentsOver(engaged, (row) => (felt[row] ?? Number.NaN) / 1000);
  const measured = means.n === 0 ? nobody : filtered(engaged, (row) => !Number.isNaN(felt[row] ?? Number.NaN));
  const [all, n] = [engaged.rows.length, means.n];
  return {
    mean: meanFrom(means),
    negative: rateOf(momentsOver(measured, (row) => (feltBits[row] ?? 0) & 1)),
    worsened: rateOf(momentsOver(measured, (row) => (feltBits[row] ?? 0) >> 1)),
    notMeasured: all - n,
    coverage: all === 0 ? null : rounded(n / all),
  };
}

/**
 * What dialogs say may be expected of them, against what it took; of those that came to their end.
 *
 * @param said engaged cases of which anything was said
 */
export function expectationsOf({ table }: Sample, said: Clusters): ExpectationFigures {
  const { said: saidOf } = table.columns();
  const saids = table.saids();
  const rate = (what: keyof Expectation): Rate => {
    const counts = saids.map(({ expectations }) => metIn(expectations, what));
    return rateOf(
      momentsOver(
        said,
        (row) => counts[saidOf[row] ?? 0]?.met ?? 0,
        (row) => counts[saidOf[row] ?? 0]?.known ?? 0,
      ),
    );
  };
  return { turnsMet: rate('turnsMet'), timeMet: rate('timeMet') };
}

type Expectation = Said['expectations'][number];

function metIn(
  expectations: readonly Expectation[],
  what: keyof Expectation,
): { readonly met: number; readonly known: number } {
  const known = expectations.map((one) => one[what]).filter((met) => met !== null);
  return { met: known.filter((met) => met).length, known: known.length };
}
