/**
 * What customers were asked, answered and promised, counted: few different things, each said in many cases.
 */
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import type { Said } from '../../table/terms.ts';
import type { Kind } from '../cases/kind.ts';
import type { Sample } from '../cases/sample.ts';
import type { Figures } from '../report.ts';

/** @property stratum what is known whether or not they answer: how hard it was, and whether it was solved; @property n cases */
export type SaidOften = { readonly said: Said; readonly stratum: string; readonly n: number };

/** Of the engaged cases. */
export function saidIn({ engaged, table, kinds }: Sample): readonly SaidOften[] {
  const { said: saidOf, kind: kindOf } = table.columns();
  const strata = kinds.map(({ band, state }) => stratumOf(band, state));
  const names = [...new Set(strata)].toSorted();
  const stratum = Uint32Array.from(strata, (name) => names.indexOf(name));
  const saids = table.saids();
  const counts = new Float64Array(saids.length * names.length);
  const { rows } = engaged;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const at = (saidOf[row] ?? 0) * names.length + (stratum[kindOf[row] ?? 0] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return saids.flatMap((said, number) =>
    names.flatMap((name, index) => {
      const n = counts[number * names.length + index] ?? 0;
      return n === 0 ? [] : [{ said, stratum: name, n }];
    }),
  );
}

/** What is known of a case whether or not its customer answers: how hard it was, and whether it was solved. */
export function stratumOf(band: Kind['band'], state: Kind['state']): string {
  return `${band ?? 'none'} ${isResolved(state) ? 'solved' : 'not solved'}`;
}

export function promisesIn(all: readonly SaidOften[]): Figures['promises'] {
  const sum = (what: 'made' | 'kept' | 'broken'): number =>
    all.reduce((total, { said, n }) => total + n * said.promises[what], 0);
  const promises = { made: sum('made'), kept: sum('kept'), broken: sum('broken') };
  const isTold = promises.kept + promises.broken > 0;
  return isTold ? promises : { made: promises.made, kept: null, broken: null };
}

/** Of all cases, also those in which the customer never wrote. */
export function initiatedIn({ rows, table }: Sample): Figures['initiated'] {
  const { place } = table.columns();
  const places = table.places();
  const counts = new Float64Array(places.length);
  for (let i = 0; i < rows.length; i++) {
    const number = place[rows[i] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const of = (how: keyof Figures['initiated']): number =>
    places.reduce((sum, { initiated }, number) => sum + (initiated === how ? (counts[number] ?? 0) : 0), 0);
  return { reactive: of('reactive'), interactive: of('interactive'), proactive: of('proactive') };
}
