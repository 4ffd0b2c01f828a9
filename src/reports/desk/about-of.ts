import type { Event, EventOf } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../measurement/fold-conversation.ts';
import { customerOf } from './card-of.ts';

/**
 * What a list of conversations says of one, so that agents know whom they look at before they open it.
 *
 * @property issue what they came for before they asked for a person; `null` where there was nothing else
 * @property said the customer's last words but those that asked for a person, the beginning of them
 */
export type About = { readonly name: string | null; readonly issue: string | null; readonly said: string | null };

const longest = 160;

/** Of all events of one conversation. Sensitive values are dots. */
export function aboutOf(measures: Measures, events: readonly Event[]): About {
  const conversation = events[0]?.conversation ?? '';
  const cases = readConversation(measures, conversation, foldConversation(measures, startConversation, events));
  const issue = cases.at(-1)?.intent ?? null;
  const said = events.filter((event): event is EventOf<'customer.said'> => event.type === 'customer.said');
  const asking = new Set(events.flatMap((event) => (event.type === 'human.requested' ? event.turn : [])));
  const last = said.findLast(({ turn }) => !asking.has(turn)) ?? said.at(-1);
  const text = last && masked(last).words?.text;
  const { name } = customerOf(events);
  return {
    name: typeof name === 'string' ? name : null,
    issue: issue?.startsWith('human.') ? null : issue,
    said: text ? text.slice(0, longest) : null,
  };
}
