/** What an agent has at hand: teams, dispositions, and replies with their variables filled in. */
import { z } from 'zod';
import { fillReply } from '../../escalation/fill-reply.ts';
import type { Instant } from '../../events/instant.ts';
import type { Desk } from './create-desk.ts';

export function settingsOf({ settings: { policy, dispositions } }: Desk, at: Instant): object {
  const teams = Object.entries(policy.teams).map(([name, { about }]) => ({
    name,
    about: about ?? null,
    isOpen: policy.isOpen(name, at),
  }));
  return { capacity: policy.capacity, teams, dispositions };
}

/** The parts of a card that replies speak of. */
const known = z.looseObject({
  customer: z.looseObject({ name: z.unknown().optional() }).optional(),
  slots: z.record(z.string(), z.unknown()).default({}),
});

type For = { readonly card: object; readonly agent: string };

export function repliesFor({ settings: { replies } }: Desk, { card, agent }: For): object {
  const { customer, slots } = known.parse(card);
  const values = { ...slots, agent, customer: customer?.name };
  return { replies: Object.entries(replies).map(([name, text]) => ({ name, text: fillReply(text, values) })) };
}
