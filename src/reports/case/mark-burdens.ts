/**
 * Which burdens each event of a case brought: what the fold of the case holds after the event, less what it held before.
 */
import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Tally } from '../../measurement/effort/tally.ts';
import { foldCase, startCase } from '../../measurement/fold-case.ts';
import { foldConversation, startConversation } from '../../measurement/fold-conversation.ts';

/** A burden where it happened; `count` before its cap, `points` its weight in the burden, before the cap too. */
export type Mark = Pick<Tally, 'signal' | 'owner' | 'step' | 'probable' | 'count'> & { readonly points: number };

export type MarkedEvent = { readonly event: Event; readonly marks: readonly Mark[] };

/**
 * The events of a conversation by case; one without a case has its own id.
 *
 * @param events all of one conversation, in order
 */
export function markBurdens(
  measures: Measures,
  conversation: string,
  events: readonly Event[],
): ReadonlyMap<string, readonly MarkedEvent[]> {
  const cases = new Map<string, MarkedEvent[]>();
  const before: MarkedEvent[] = [];
  let fold = startConversation;
  for (const event of events) {
    const next = foldConversation(measures, fold, [event]);
    const changed = [...next.cases].find(([id, one]) => fold.cases.get(id) !== one);
    if (changed) {
      const [id, one] = changed;
      const marks = marksOf(measures, fold.cases.get(id)?.tallies ?? [], one.tallies);
      cases.set(id, [...(cases.get(id) ?? []), ...before.splice(0), { event, marks }]);
    } else before.push({ event, marks: [] });
    fold = next;
  }
  if (cases.size === 0) cases.set(conversation, before);
  return cases;
}

/** The events of one case, over all its conversations, in the order they are folded in. */
export function markChain(measures: Measures, events: readonly Event[]): readonly MarkedEvent[] {
  let fold = startCase;
  return events.map((event) => {
    const next = foldCase(measures, fold, event);
    const marks = marksOf(measures, fold.tallies, next.tallies);
    fold = next;
    return { event, marks };
  });
}

/** Tallies keep their places as burdens are added. */
function marksOf(measures: Measures, before: readonly Tally[], after: readonly Tally[]): readonly Mark[] {
  return after.flatMap((tally, index) => {
    const count = tally.count - (before[index]?.count ?? 0);
    return count > 0 ? [markOf(measures, tally, count)] : [];
  });
}

/** @param count the part of the tally's that is marked */
export function markOf(measures: Measures, { signal, owner, step, probable }: Tally, count: number): Mark {
  const points = count * measures.effort.signals[signal].weight;
  return { signal, owner, step, probable, count: rounded(count), points: rounded(points) };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
