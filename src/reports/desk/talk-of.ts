import type { Event } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';

/** A line of a conversation as an agent reads it; `text` is `null` once it is erased. Times are ISO 8601. */
export type Talk = {
  readonly at: string;
  readonly seq: number;
  readonly who: 'customer' | 'bot' | 'agent' | 'note';
  readonly name?: string | null;
  readonly text: string | null;
};

/** @returns nothing for the many events that are nobody's words; what nobody may read is dots */
export function talkOf(event: Event): readonly Talk[] {
  const said = masked(event);
  const place = { at: new Date(said.at).toISOString(), seq: said.seq };
  switch (said.type) {
    case 'customer.said':
      return [{ ...place, who: 'customer', text: said.words?.text ?? null }];
    case 'bot.said':
      return [{ ...place, who: 'bot', text: said.words?.text ?? null }];
    case 'agent.said':
      return [{ ...place, who: 'agent', name: said.words?.name ?? null, text: said.words?.text ?? null }];
    case 'agent.noted':
      return [{ ...place, who: 'note', name: said.words?.name ?? null, text: said.words?.text ?? null }];
    default:
      return [];
  }
}
