/**
 * What a person who takes over has to know, so that the customer repeats nothing. Values of sensitive slots are dots.
 */
import type { Event, EventOf } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { receiptOf } from '../../measurement/effort/receipt.ts';
import type { Facts } from '../../measurement/facts.ts';
import { foldConversation, readConversation, startConversation } from '../../measurement/fold-conversation.ts';
import { lineOf } from '../trace/line-of.ts';
import { talkOf } from './talk-of.ts';

/** @returns the card of contracts.md §3, from all events of one conversation */
export function cardOf(measures: Measures, events: readonly Event[]): object {
  const conversation = events[0]?.conversation ?? '';
  const cases = readConversation(measures, conversation, foldConversation(measures, startConversation, events));
  const latest = cases.at(-1);
  const asked = events.findLast((event) => event.type === 'handoff.requested');
  const issue = latest?.intent ?? null;
  const slots = slotsOf(events);
  const tried = triedOf(events);
  const reason = asked?.data.reason ?? null;
  return {
    customer: customerOf(events),
    issue,
    slots,
    tried,
    reason,
    effort: effortOf(measures, latest),
    feeling: feelingOf(events),
    cases: cases.map(({ case: id, startedAt, intent, outcome }) => ({
      id,
      startedAt: new Date(startedAt).toISOString(),
      intent,
      outcome: outcome.state,
    })),
    summary: summaryOf({ issue, slots, tried, reason }),
    transcript: events.flatMap(talkOf),
  };
}

/** Who it is, as far as the conversation tells. */
export function customerOf(events: readonly Event[]) {
  const started = events.find((event) => event.type === 'conversation.started');
  const first = events.find((event) => event.type === 'customer.said');
  const { profile = {} } = started?.words ?? {};
  const locale = events.findLast((event) => event.type === 'locale.changed')?.data.to ?? started?.data.locale ?? null;
  const name = profile['name'] ?? first?.words?.from?.name ?? null;
  return { id: started?.data.customer ?? null, name, profile, locale, channel: started?.data.channel ?? null };
}

type Slots = Readonly<Record<string, unknown>>;

/** What was asked and answered, and what tells the issue from others though nobody had asked yet; the latest value of each counts. */
function slotsOf(events: readonly Event[]): Slots {
  const filled = events.filter((event): event is EventOf<'slot.filled'> => event.type === 'slot.filled');
  const slots = Object.fromEntries(filled.map(masked).map(({ data, words }) => [data.slot, words?.value ?? null]));
  const types = new Set(filled.map(({ data }) => data.type));
  const unasked = events.flatMap(keyValuesIn).filter(([type]) => !types.has(type) && !(type in slots));
  return { ...Object.fromEntries(unasked), ...slots };
}

/** Numbers of orders, parcels and the like in a message, by type. */
function keyValuesIn(event: Event): readonly (readonly [type: string, value: unknown])[] {
  if (event.type !== 'intent.recognised') return [];
  const types = new Set(event.data.keys?.map((key) => key.slice(0, key.lastIndexOf(':'))));
  const found = masked(event).words?.entities ?? [];
  return found.flatMap(({ type, value }) => (types.has(type) ? [[type, value]] : []));
}

/** What the bot did with other systems, and where it gave up: as an agent reads it, who has no use for what systems send each other. */
function triedOf(events: readonly Event[]): readonly string[] {
  const lines = events.flatMap((event): readonly string[] => {
    // what nobody waited for any more is kept without its name
    if ('data' in event && 'action' in event.data && event.data.action === '') return [];
    if (event.type === 'action.succeeded') return [`${event.data.action} answered`];
    const tells = ['action.failed', 'action.unknown', 'message.unmatched'].includes(event.type);
    return tells || event.type.startsWith('goal.') ? [lineOf(event)?.text ?? ''] : [];
  });
  return lines.filter((line, index) => line !== '' && line !== lines[index - 1]);
}

function effortOf(measures: Measures, facts: Facts | undefined): object | null {
  return facts?.effort ? { ...facts.effort, receipt: receiptOf(measures, facts.burdens) } : null;
}

/** How the customer's turns sounded (−1 to 1, where that can be measured), and what they said themselves of how they feel. */
function feelingOf(events: readonly Event[]): readonly object[] {
  return events.flatMap((event): readonly object[] => {
    const at = new Date(event.at).toISOString();
    if (event.type === 'message.felt') return [{ at, from: 'words', value: event.data.value }];
    const isSaid = event.type === 'survey.answered' && event.data.item === 'feeling';
    return isSaid ? [{ at, from: 'survey', value: event.data.value }] : [];
  });
}

type Told = {
  readonly issue: string | null;
  readonly slots: Slots;
  readonly tried: readonly string[];
  readonly reason: string | null;
};

/** Three lines: what it is about, what is known, why a person is needed. */
function summaryOf({ issue, slots, tried, reason }: Told): readonly string[] {
  const known = Object.entries(slots).map(([name, value]) => `${spaced(name)} ${String(value ?? '–')}`);
  return [
    `About: ${issue === null ? 'nothing the bot understood' : spaced(issue)}`,
    `Known: ${known.length > 0 ? known.join(', ') : 'nothing yet'}`,
    `Why a person: ${reason === null ? 'not said' : spaced(reason)}${tried.length > 0 ? `; last tried: ${tried.at(-1)}` : ''}`,
  ];
}

/** `order.cancel` as “order cancel”: names of designers, read by agents. */
function spaced(name: string): string {
  return name.replaceAll(/[._-]/g, ' ');
}
