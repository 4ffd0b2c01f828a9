/**
 * Why the bot said that: the facts of a conversation turn by turn, as a designer reads them. The trace is not stored beside the events, it is read from
 * them; what was erased is missing in it.
 */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import { masked } from '../../events/speech/masked.ts';
import { lineOf, type TraceLine } from './line-of.ts';

/**
 * @property turn customer turn, from 1; 0 before the customer spoke
 * @property program the one the turn ran on
 * @property said what the customer said; empty where the turn was time's or an action's, `null` where the words were erased
 */
export type TracedTurn = {
  readonly turn: number;
  readonly at: Instant;
  readonly program: string;
  readonly said: readonly (string | null)[];
  readonly lines: readonly TraceLine[];
};

/** Further lines, by the `seq` of the event they belong to. */
export type Noted = ReadonlyMap<number, readonly TraceLine[]>;

const none: Noted = new Map();

/** One entry for each moment at which something happened, in order. Values of sensitive slots are hidden wherever they occur. */
export function traceOf(events: readonly Event[], noted: Noted = none): readonly TracedTurn[] {
  const turns: TracedTurn[] = [];
  let program = '';
  for (const event of events) {
    program = programAfter(event) ?? program;
    const line = lineOf(event);
    const lines = [...(line ? [line] : []), ...(noted.get(event.seq) ?? [])];
    const said = saidIn(event);
    const last = turns.at(-1);
    const isSame = last?.turn === event.turn && last.at === event.at && (said.length === 0 || last.lines.length === 0);
    if (lines.length === 0 && said.length === 0) continue;
    if (last && isSame)
      turns[turns.length - 1] = { ...last, program, said: [...last.said, ...said], lines: [...last.lines, ...lines] };
    else turns.push({ turn: event.turn, at: event.at, program, said, lines });
  }
  return turns;
}

function saidIn(event: Event): TracedTurn['said'] {
  return event.type === 'customer.said' ? [masked(event).words?.text ?? null] : [];
}

function programAfter(event: Event): string | undefined {
  if (event.type === 'conversation.started') return event.data.program;
  return event.type === 'program.changed' ? event.data.to : undefined;
}
