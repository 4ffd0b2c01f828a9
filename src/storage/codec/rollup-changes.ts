/**
 * What replacing facts changes in the rollups: what the new ones add, less what the old ones had added. What the numbers mean is not known here.
 */
import type { Rollup } from '../../runtime/ports/rollup.ts';
import { isJsonObject, parseJson } from './parse-json.ts';
import { unreadable } from './unreadable.ts';

/** `hour`, `touchpoint`, `dialog`, `intent`, `version` and `cell` of a row of the rollups. */
export type RollupPlace = readonly [number, string, string, string, string, string];

export type RollupChange = { readonly place: RollupPlace; readonly n: number };

/** As it stands beside the facts; `null`: it adds nothing. */
export function encodeRollup(rollup: Rollup | undefined): string | null {
  return rollup === undefined ? null : JSON.stringify(rollup);
}

/**
 * @param before of the facts that go, as stored
 * @param after of those that come
 * @returns no change of 0; in one order everywhere, so that processes that change the same rows wait for each other and never in a circle
 * @throws TouchpointError STORE_FAILED where one does not hold what was once written
 */
export function rollupChanges(
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): readonly RollupChange[] {
  const sums = new Map<string, { readonly place: RollupPlace; n: number }>();
  const add = (rollup: Rollup, sign: 1 | -1): void => {
    const { hour, touchpoint, dialog, intent, version, cells } = rollup;
    for (const [cell, n] of Object.entries(cells)) {
      const place = [hour, touchpoint, dialog, intent, version, cell] as const;
      const key = JSON.stringify(place);
      const sum = sums.get(key) ?? { place, n: 0 };
      sum.n += sign * n;
      sums.set(key, sum);
    }
  };
  for (const text of before) if (text !== null) add(decode(text), -1);
  for (const text of after) if (text !== null) add(decode(text), 1);
  return [...sums]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

function decode(text: string): Rollup {
  const rollup = parseJson(text, 'what a case adds to the rollups');
  if (!isRollup(rollup)) throw unreadable('what a case adds to the rollups', 'it has no hour or no numbers');
  return rollup;
}

function isRollup(value: unknown): value is Rollup {
  return isJsonObject(value) && typeof value['hour'] === 'number' && isJsonObject(value['cells']);
}
