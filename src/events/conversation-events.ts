import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from './define-event.ts';
import { card } from './speech/card.ts';
import { choice } from './speech/choice.ts';
import { sentFile } from './speech/sent-file.ts';
import { surveyItem } from './speech/survey.ts';
import { stepRef } from './step-ref.ts';
import { candidate, entity, value } from './understood.ts';

const started = defineSpokenEvent(
  'conversation.started',
  {
    customer: z.string(),
    channel: z.string(),
    entryPoint: z.string(),
    /** channel × entry point, as `web:checkout` */
    touchpoint: z.string(),
    /** hash of the program the conversation begins with */
    program: z.string(),
    locale: z.string(),
    /** the customer would be known again in another conversation: whether they came back can be seen */
    identified: z.boolean().optional(),
    /** held with another bot and read from a transcript: nothing is known of its dialogs, so that no length can be too long */
    foreign: z.boolean().optional(),
  },
  /** what is known of the customer from outside: claims of a user token */
  { profile: z.record(z.string(), value) },
);

/** The text as everybody but the customer may read it, where it holds the value of a sensitive slot. */
const masked = z.string().optional();

/** The customer's first message says where they came from, which was not known when the conversation began. */
const entryNamed = defineEvent('entry.named', { entryPoint: z.string(), touchpoint: z.string() });

/**
 * The conversation goes on in another language (BCP 47): the customer writes in it (`message`), asked for it (`request`), or their channel says so with
 * their first message (`channel`).
 */
const localeChanged = defineEvent('locale.changed', {
  from: z.string(),
  to: z.string(),
  by: z.enum(['message', 'request', 'channel']),
});

const ended = defineEvent('conversation.ended', { by: z.enum(['bot', 'customer', 'agent']) });

/** Where a running dialog stands in another program; `keys`: steps that have another key there, or none. */
const place = z.strictObject({ at: stepRef.nullable(), keys: z.record(z.string(), z.string().nullable()) });

/** The conversation goes on with another program. `places` are those of the running dialogs, outermost first; without any, none runs. */
const programChanged = defineEvent('program.changed', {
  from: z.string(),
  to: z.string(),
  places: z.array(place),
  /** the step that waits for an action */
  pending: stepRef.nullable(),
  /** shared slots whose values do not fit any more */
  forget: z.array(z.string()),
});

/** One message of the customer; several that were taken together share the envelope's `turn`. */
const customerSaid = defineSpokenEvent(
  'customer.said',
  {
    /** the channel's id of the message, unique per channel and account */
    input: z.string(),
    via: z.enum(['text', 'choice', 'attachment']),
    /** customer turn it belongs to, from 1 */
    turn: z.number().int().positive(),
    characters: z.number().int().nonnegative(),
    /** it says of something that it is still not so */
    stillNot: z.boolean().optional(),
    /** it answers a survey: no part of the issue, and no burden */
    survey: z.boolean().optional(),
  },
  {
    text: z.string(),
    masked,
    /** channel data that must be echoed untouched (Direct Line) */
    channelData: value.optional(),
    from: z.strictObject({ id: z.string(), name: z.string().optional() }).optional(),
    files: z.array(sentFile).optional(),
  },
);

const botSaid = defineSpokenEvent(
  'bot.said',
  {
    at: stepRef.nullable(),
    choices: z.number().int().nonnegative(),
    expectsInput: z.boolean(),
    survey: surveyItem.optional(),
    /** courtesy in answer to courtesy: solves nothing */
    smallTalk: z.boolean().optional(),
    /** language it is said in, of a bot that speaks several (BCP 47) */
    language: z.string().optional(),
  },
  {
    text: z.string(),
    masked,
    choices: z.array(choice).optional(),
    cards: z.array(card).optional(),
    /** cards beside each other instead of below each other */
    isCarousel: z.boolean().optional(),
  },
);

const recognised = defineSpokenEvent(
  'intent.recognised',
  {
    model: z.string(),
    threshold: z.number(),
    accepted: z.string().nullable(),
    candidates: z.array(candidate),
    /** what else the message wants, in the order in which it is said */
    further: z.array(z.string()).optional(),
    /** `type:hash` of values that tell one issue from another */
    keys: z.array(z.string()).optional(),
  },
  /** values found in the message, whether or not a slot takes them */
  { entities: z.array(entity) },
);

/** Several things may have been meant: the customer was asked which. */
const unclear = defineEvent('message.unclear', { candidates: z.number().int().positive(), at: stepRef.nullable() });

/** The customer was told to go to another channel. */
const redirected = defineEvent('conversation.redirected', { at: stepRef, to: z.string() });

/** The business had something to tell, and began the talk. */
const noticed = defineSpokenEvent(
  'notice.received',
  {
    notice: z.string(),
    /** what tells this notice from every other to the customer; it leads back to nothing */
    key: z.string().optional(),
    /** not told yet: it is night where the customer is */
    later: z.boolean().optional(),
  },
  { values: z.record(z.string(), value) },
);

/** The customer had left a question open for a while, and was spoken to. */
const quiet = defineEvent('customer.quiet', { afterMs: z.number().nonnegative(), at: stepRef.nullable() });

/**
 * What a channel says of what the bot said up to event `said`: it has reached the customer, or was read; it will never be taken (`failed`), or may
 * have been taken twice (`uncertain`).
 */
const delivered = defineEvent('delivery.stated', {
  state: z.enum(['delivered', 'read', 'failed', 'uncertain']),
  said: z.number().int().positive(),
});

/** Computed once from the words of a turn by an observer; folds read this, never the words. */
const observed = defineEvent('message.observed', {
  detector: z.string(),
  words: z.number().int().nonnegative(),
});

/** The customer said again, in other words, what was not understood or not solved before. */
const rephrased = defineEvent('message.rephrased', {
  detector: z.string(),
  probability: z.number().min(0).max(1),
  /** customer turn that is said again */
  earlierTurn: z.number().int().nonnegative(),
});

/** Nothing was understood: no answer to the open question, no accepted intent. */
const unmatched = defineEvent('message.unmatched', {
  /** how many in a row, from 1 */
  attempt: z.number().int().positive(),
  at: stepRef.nullable(),
});

/** A turn that would have ended with no reply, question, goal or handoff; the error dialog answered instead. */
const stranded = defineEvent('turn.stranded', { at: stepRef.nullable() });

/** A turn was stopped after the fixed number of steps a turn may take. */
const halted = defineEvent('turn.halted', { at: stepRef.nullable(), steps: z.number().int().positive() });

export const conversationEvents = [
  started,
  entryNamed,
  localeChanged,
  ended,
  programChanged,
  customerSaid,
  botSaid,
  recognised,
  unclear,
  redirected,
  noticed,
  quiet,
  delivered,
  observed,
  rephrased,
  unmatched,
  stranded,
  halted,
] as const;
