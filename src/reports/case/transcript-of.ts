/**
 * What was said in a case, with each burden at the words it goes with. Sensitive values are dots.
 */
import type { Event, EventOf } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Tally } from '../../measurement/effort/tally.ts';
import { type Mark, type MarkedEvent, markOf } from './mark-burdens.ts';

/**
 * @property text `null` where the words were erased
 * @property burdens what happened from these words to the next
 */
export type Line = {
  readonly conversation: string;
  readonly seq: number;
  readonly turn: number;
  readonly at: string;
  readonly actor: Event['actor'];
  readonly text: string | null;
  readonly burdens: readonly Mark[];
};

/**
 * @param burdens all of the case: those that are no single event, as many turns, stand at the last turn they name
 */
export function transcriptOf(
  measures: Measures,
  events: readonly MarkedEvent[],
  burdens: readonly Tally[],
): readonly Line[] {
  const lines: Line[] = [];
  let early: readonly Mark[] = [];
  for (const { event, marks } of events) {
    const line = lineOf(event);
    if (line) {
      lines.push({ ...line, burdens: [...early, ...marks] });
      early = [];
    } else if (lines.length > 0) add(lines, lines.length - 1, marks);
    else early = [...early, ...marks];
  }
  const found = new Set(events.flatMap(({ marks }) => marks.map(({ signal }) => signal)));
  for (const tally of burdens)
    if (!found.has(tally.signal)) add(lines, placeOf(lines, tally), [markOf(measures, tally, tally.count)]);
  return lines;
}

function lineOf(event: Event): Omit<Line, 'burdens'> | undefined {
  if (event.type !== 'customer.said' && event.type !== 'bot.said' && !isByLink(event)) return undefined;
  const { conversation, seq, turn, at, actor } = event;
  const text = masked(event).words?.text ?? null;
  return { conversation, seq, turn, at: new Date(at).toISOString(), actor, text };
}

/** What was said in the talk stands there already. */
function isByLink(event: Event): event is EventOf<'survey.commented'> {
  return event.type === 'survey.commented' && event.data.case !== undefined;
}

function add(lines: Line[], at: number, marks: readonly Mark[]): void {
  const line = lines[at];
  if (line && marks.length > 0) lines[at] = { ...line, burdens: [...line.burdens, ...marks] };
}

function placeOf(lines: readonly Line[], { turns }: Tally): number {
  const last = turns.at(-1);
  const found = lines.findLastIndex(({ turn, actor }) => turn === last && actor === 'customer');
  return found < 0 ? lines.length - 1 : found;
}
