/**
 * Events: the only source of truth. State, replies, metrics and reports are folds over them.
 *
 * An event is a body (type, facts, erasable words) in an envelope. `step` decides bodies with an actor (drafts); the runtime seals them.
 */
import { z } from 'zod';
import { actionEvents } from './action-events.ts';
import { caseEvents } from './case-events.ts';
import { conversationEvents } from './conversation-events.ts';
import { deskEvents } from './desk/desk-events.ts';
import { dialogEvents } from './dialog-events.ts';
import { experienceEvents } from './experience/experience-events.ts';
import type { Instant } from './instant.ts';

export const eventBody = z.discriminatedUnion('type', [
  ...conversationEvents,
  ...dialogEvents,
  ...actionEvents,
  ...caseEvents,
  ...deskEvents,
  ...experienceEvents,
]);
export type EventBody = z.infer<typeof eventBody>;
export type EventType = EventBody['type'];

export const actors = ['customer', 'bot', 'agent', 'system'] as const;
export type Actor = (typeof actors)[number];

/** What a turn decided, before the runtime gives it a place and a time. */
export type Draft = EventBody & { readonly actor: Actor };

/**
 * Where and when an event stands. (conversation, seq) identifies it; `seq` counts from 1 without gaps.
 *
 * @property at never before the previous event of the conversation, whatever the clock did
 * @property turn customer turn it belongs to, from 1; 0 before the customer spoke
 * @property case the issue it belongs to, where one is open
 * @property v version of the type's schema
 */
export type Envelope = {
  readonly conversation: string;
  readonly seq: number;
  readonly at: Instant;
  readonly turn: number;
  readonly case: string | null;
  readonly v: number;
};

export type Event = Draft & Envelope;
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
export type DraftOf<T extends EventType> = Extract<Draft, { type: T }>;
