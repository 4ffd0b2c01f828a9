import { rounded } from '../../../measurement/statistics/rate.ts';
import type { ExpectationFigures, SentimentFigures } from '../report.ts';
import { meanOf, rateBy } from './by-customer.ts';
import type { ExperienceSample } from './experience-sample.ts';

/** How customers sound: a panel of its own, which no other figure is made of. Where nothing could be measured it says so. */
export function sentimentOfCases({ felt, notFelt }: Pick<ExperienceSample, 'felt' | 'notFelt'>): SentimentFigures {
  const all = felt.length + notFelt;
  return {
    mean: meanOf(felt, ({ mean }) => mean),
    negative: rateBy(felt, ({ negative }) => negative),
    worsened: rateBy(felt, ({ worsened }) => worsened),
    notMeasured: notFelt,
    coverage: all === 0 ? null : rounded(felt.length / all),
  };
}

/** What dialogs say may be expected of them, against what it took; of those that came to their end. */
export function expectationsOf({ expected }: Pick<ExperienceSample, 'expected'>): ExpectationFigures {
  return {
    turnsMet: rateBy(
      expected.filter(({ turnsMet }) => turnsMet !== null),
      ({ turnsMet }) => turnsMet === true,
    ),
    timeMet: rateBy(
      expected.filter(({ timeMet }) => timeMet !== null),
      ({ timeMet }) => timeMet === true,
    ),
  };
}
