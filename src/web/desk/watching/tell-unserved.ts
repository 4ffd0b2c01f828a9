import { expectedOf, type Staffing } from '../../../events/desk/staffing.ts';
import type { Runtime } from '../../../runtime/door.ts';
import type { HandoffRow } from '../../../runtime/ports/desk.ts';

/** Somebody may come back; after so long a customer does not wait for nobody. */
const patienceMs = 120_000;

/** @property now counts steadily, whatever is done to the machine's clock */
type Seen = { readonly handoffs: readonly HandoffRow[]; readonly staffing: Staffing; readonly now: number };

/**
 * Who waits where nobody is there any more is told so, and led on as if nobody had been there. Rejects as the store does.
 *
 * @param since conversation → since when nobody could take it over, as the look before left it
 * @returns the same, as it is now
 */
export async function tellUnserved(
  runtime: Pick<Runtime, 'order'>,
  since: ReadonlyMap<string, number>,
  { handoffs, staffing, now }: Seen,
): Promise<ReadonlyMap<string, number>> {
  const waiting = handoffs.filter((one) => one.agent === null);
  const alone = waiting.filter(({ team }) => expectedOf(staffing, team) === undefined);
  for (const { conversation, handoff, version } of alone) {
    if (now - (since.get(conversation) ?? now) < patienceMs) continue;
    const act = { act: 'nobody', agent: '', name: '' } as const;
    await runtime.order({ conversation, id: `nobody ${handoff} ${version}`, act });
  }
  return new Map(alone.map(({ conversation }) => [conversation, since.get(conversation) ?? now]));
}
