/** How long ago people at the desk were last heard of, counted by this process, so that nobody is gone or stays because a machine's clock was set. */
import type { Instant } from '../../../events/instant.ts';
import type { PresenceRow } from '../../../runtime/ports/desk.ts';

/** @property heardAt when this process first saw the row as it is, in steady milliseconds */
type Heard = { readonly row: PresenceRow; readonly heardAt: number };

export type Heartbeats = ReadonlyMap<string, Heard>;

/** @property wall what the machine's clock says; @property steady milliseconds that pass whatever is done to that clock */
type Moment = { readonly wall: Instant; readonly steady: number };

/** After so long without a word a person is nobody's colleague any more. */
export const forgottenMs = 24 * 3_600_000;

/**
 * Only of who was not known the age is read from the row: whether a row has changed is a question that no clock can answer wrongly.
 *
 * @param rows everybody in the store; who was known and is not among them ages on, as a clock set forward hides rows
 */
export function hear(before: Heartbeats, rows: readonly PresenceRow[], { wall, steady }: Moment): Heartbeats {
  const heard = rows.map((row): readonly [string, Heard] => {
    const known = before.get(row.agent);
    if (known?.row.seenAt === row.seenAt) return [row.agent, { row, heardAt: known.heardAt }];
    return [row.agent, { row, heardAt: known ? steady : steady - Math.max(0, wall - row.seenAt) }];
  });
  const known = [...before].filter(([, { heardAt }]) => steady - heardAt <= forgottenMs);
  return new Map([...known, ...heard]);
}

/** @returns who was heard of in the last `ms`, by agent */
export function heardWithin(beats: Heartbeats, ms: number, steady: number): readonly PresenceRow[] {
  return [...beats.values()].flatMap(({ row, heardAt }) => (steady - heardAt <= ms ? [row] : []));
}
