/**
 * What customers bear over several cases: cumulative effort and coming back. Measurement §2.
 */
import type { Instant } from '../../../events/instant.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { type ClosedEffort, cumulativeEffort } from '../../../measurement/cumulative-effort.ts';
import { bandOf } from '../../../measurement/effort/score.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { isClosed, type Kind } from './kind.ts';

/**
 * @property customers who can be known again, with a closed case; `again` with more than one
 * @property bands how many of them stand where by cumulative effort
 * @property hardTwice those with two or more cases of high effort in ninety days
 * @property returns times somebody came back with the same issue
 * @property heaviest those who have borne most, of those who came more than once; heaviest first
 */
export type CustomerFigures = {
  readonly customers: number;
  readonly again: number;
  readonly bands: Readonly<Record<'low' | 'moderate' | 'high', number>>;
  readonly hardTwice: number;
  readonly returns: number;
  readonly heaviest: readonly HeavyCustomer[];
};

/** @property effort cumulative, 0–100; @property latest their latest case */
export type HeavyCustomer = {
  readonly customer: string;
  readonly cases: number;
  readonly effort: number;
  readonly hardCases: number;
  readonly latest: string;
};

export type Customers = { add(facts: Facts, kind: Kind): void; read(asOf: Instant): CustomerFigures };

type Borne = { readonly efforts: ClosedEffort[]; latest: Pick<Facts, 'case' | 'startedAt'> };

const mostShown = 20;

export function createCustomers(measures: Measures): Customers {
  const borne = new Map<string, Borne>();
  let returns = 0;
  return {
    add(facts, kind) {
      if (!isClosed(kind) || facts.effort === null || facts.customer === '') return;
      returns += facts.returns;
      const known = borne.get(facts.customer) ?? { efforts: [], latest: facts };
      borne.set(facts.customer, known);
      known.efforts.push({ closedAt: facts.closedAt ?? facts.lastAt, effort: facts.effort.value });
      if (isLater(facts, known.latest)) known.latest = { case: facts.case, startedAt: facts.startedAt };
    },
    read(asOf) {
      const all = [...borne].map(([customer, one]) =>
        heavyOf(customer, one, (efforts) => cumulativeEffort(measures, efforts, asOf)),
      );
      const again = all.filter(({ cases }) => cases > 1);
      const inBand = (band: string): number => all.filter(({ effort }) => bandOf(measures, effort) === band).length;
      return {
        customers: all.length,
        again: again.length,
        bands: { low: inBand('low'), moderate: inBand('moderate'), high: inBand('high') },
        hardTwice: all.filter(({ hardCases }) => hardCases > 1).length,
        returns,
        heaviest: again
          .toSorted((a, b) => b.effort - a.effort || (a.customer < b.customer ? -1 : 1))
          .slice(0, mostShown),
      };
    },
  };
}

function isLater(a: Borne['latest'], b: Borne['latest']): boolean {
  return a.startedAt > b.startedAt || (a.startedAt === b.startedAt && a.case > b.case);
}

type Fold = (efforts: readonly ClosedEffort[]) => ReturnType<typeof cumulativeEffort>;

function heavyOf(customer: string, { efforts, latest }: Borne, fold: Fold): HeavyCustomer {
  const inOrder = efforts.toSorted((a, b) => a.closedAt - b.closedAt || a.effort - b.effort);
  const { value = 0, hardCases = 0 } = fold(inOrder) ?? {};
  return { customer, cases: efforts.length, effort: value, hardCases, latest: latest.case };
}
