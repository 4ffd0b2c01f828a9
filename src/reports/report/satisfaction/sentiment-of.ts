import { noData, type Rate, rateOf, rounded } from '../../../measurement/statistics/rate.ts';
import type { Said } from '../../table/terms.ts';
import { type Amounts, addCustomer, momentsByClass, momentsIn, startSums } from '../cases/moments-over.ts';
import type { Sample } from '../cases/sample.ts';
import type { ExpectationFigures, SentimentFigures } from '../report.ts';
import { meanFrom } from './by-customer.ts';

/** How customers sound: a panel of its own, which no other figure is made of. Where nothing could be measured it says so. */
export function sentimentOf({ engaged: { rows, starts }, table }: Sample): SentimentFigures {
  const { felt, feltBits } = table.columns();
  const [mean, negative, worsened] = [startSums(), startSums(), startSums()];
  let from = 0;
  for (let cluster = 1; cluster < starts.length; cluster++) {
    let sum = 0;
    let bad = 0;
    let worse = 0;
    let size = 0;
    const end = starts[cluster] ?? 0;
    for (let i = from; i < end; i++) {
      const row = rows[i] ?? 0;
      const value = felt[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const bits = feltBits[row] ?? 0;
      sum += value / 1000;
      bad += bits & 1;
      worse += bits >> 1;
      size++;
    }
    addCustomer(mean, sum, size);
    addCustomer(negative, bad, size);
    addCustomer(worsened, worse, size);
    from = end;
  }
  const means = momentsIn(mean);
  return {
    mean: meanFrom(means),
    negative: rateOf(momentsIn(negative)),
    worsened: rateOf(momentsIn(worsened)),
    notMeasured: rows.length - means.n,
    coverage: rows.length === 0 ? null : rounded(means.n / rows.length),
  };
}

/** What dialogs say may be expected of them, against what it took; of those that came to their end. */
export function expectationsOf({ engaged, table }: Sample): ExpectationFigures {
  const { said } = table.columns();
  const amounts = (what: keyof Expectation): Amounts => {
    const counts = table.saids().map(({ expectations }) => metIn(expectations, what));
    return {
      amounts: Float64Array.from(counts, ({ met }) => met),
      sizes: Float64Array.from(counts, ({ known }) => known),
    };
  };
  const [turns, time] = momentsByClass(engaged, said, [amounts('turnsMet'), amounts('timeMet')]).map(
    (moments): Rate => rateOf(moments),
  );
  return { turnsMet: turns ?? noData, timeMet: time ?? noData };
}

type Expectation = Said['expectations'][number];

function metIn(
  expectations: readonly Expectation[],
  what: keyof Expectation,
): { readonly met: number; readonly known: number } {
  const known = expectations.map((one) => one[what]).filter((met) => met !== null);
  return { met: known.filter((met) => met).length, known: known.length };
}
