import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { type Counts, type HardCase, type Refit, refitWeights } from '../../measurement/refit/refit-weights.ts';
import { type Asked, responseWeights } from '../../measurement/statistics/survey/propensity.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { stratumOf } from '../report/satisfaction/said-in.ts';

export type RefitSource = { readonly store: Pick<Store, 'facts'>; readonly measures: Measures; readonly seed: number };

/**
 * Weights proposed from all engaged cases that are stored, and what their customers answered to CES. Rejects as the store does, and as `parseFacts`.
 *
 * @param source `measures` those the facts were made with
 */
export async function readRefit({ store, measures, seed }: RefitSource): Promise<Refit> {
  const all: Counts[] = [];
  const asked: (Asked & Pick<HardCase, 'customer' | 'counts' | 'hard'>)[] = [];
  for await (const facts of storedFacts(store, {})) {
    if (!facts.engaged || facts.effort === null) continue;
    const counts = countsOf(facts);
    all.push(counts);
    const answer = answerOf(facts);
    if (answer === undefined) continue;
    const stratum = stratumOf(facts.effort.band, facts.outcome.state);
    const isAnswered = answer === null ? null : true;
    asked.push({ stratum, answer: isAnswered, n: 1, customer: facts.customer, counts, hard: answer ?? 0 });
  }
  const weights = responseWeights(asked);
  const answered = asked.flatMap(({ customer, counts, hard, stratum, answer }) =>
    answer === null ? [] : [{ customer, counts, hard, weight: weights.get(stratum) ?? 1 }],
  );
  return refitWeights(measures, { answered, all, seed });
}

function countsOf({ burdens }: Facts): Counts {
  const groups = [...Map.groupBy(burdens, ({ signal }) => signal)];
  return Object.fromEntries(
    groups.map(([signal, tallies]) => [signal, tallies.reduce((sum, { count }) => sum + count, 0)]),
  );
}

/** CES turned round, 0 for the easiest; `null` where it was asked in vain, `undefined` where it was not asked. */
function answerOf({ survey }: Facts): number | null | undefined {
  const item = survey.items.find((one) => one.item === 'ces');
  if (item) return item.place === null ? null : item.steps - 1 - item.place;
  return survey.drawn.includes('ces') ? null : undefined;
}
