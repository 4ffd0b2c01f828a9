/** Requests a person will answer later: for when nobody can take over now. */
import type { Answer, Exchange } from '../http/exchange.ts';
import { created, malformed, ok } from '../http/exchange.ts';
import { oneOf, textField } from '../http/fields.ts';
import type { Route } from '../http/router.ts';
import type { Shop } from '../shop.ts';

/** within which every request is answered, on every day of the year */
const answerHours = 24;

export const ticketRoutes: readonly Route[] = [
  { method: 'POST', path: '/tickets', answer: createTicket },
  {
    method: 'GET',
    path: '/tickets/:id/exists',
    answer: ({ params }, shop) => ok({ exists: shop.data.tickets.has(params['id'] ?? '') }),
  },
];

/** @returns ISO instant until which a person has answered what comes in now */
export function answerBy(shop: Shop): string {
  return new Date(shop.now() + answerHours * 3_600_000).toISOString();
}

function createTicket({ body }: Exchange, shop: Shop): Answer {
  const channel = oneOf(textField(body, 'channel') ?? 'email', ['email', 'phone'] as const);
  const contact = textField(body, 'contact');
  if (channel === undefined || contact === undefined)
    return malformed('A ticket needs a channel (email, phone) and a contact.');
  if (channel === 'email' && !contact.includes('@')) return malformed('That contact is not an e-mail address.');
  const ticket = {
    id: `T-${shop.data.tickets.size + 1001}`,
    channel,
    contact,
    topic: textField(body, 'topic') ?? 'other',
    order: textField(body, 'order') ?? null,
    text: textField(body, 'text') ?? '',
    answerBy: answerBy(shop),
  };
  shop.data.tickets.set(ticket.id, ticket);
  return created(ticket);
}
