/** What is noted of how customers feel and what they say of it, and of what the bot did before it was asked. */
import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from '../define-event.ts';
import { surveyItem } from '../speech/survey.ts';
import { stepRef } from '../step-ref.ts';

const { item, scale } = surveyItem.shape;
const share = z.number().min(0).max(1);

/** How a turn of the customer sounds. Where nothing can be measured there is no such event: never a zero. */
const felt = defineEvent('message.felt', {
  detector: z.string(),
  language: z.string(),
  value: z.number().min(-1).max(1),
});

/**
 * Whether the customer will be asked about this case, decided when it begins: before anybody can know how it ends.
 */
const surveyEligible = defineEvent('survey.eligible', {
  case: z.string(),
  why: z.enum(['drawn', 'not_drawn', 'capped']),
  /** chance of a case to be drawn, and, once it is, of each item to be asked */
  rate: share,
  share,
  /** what will be asked; empty where nothing will */
  items: z.array(item),
  /** the channel can still tell the customer something when they are gone */
  reachable: z.boolean(),
});

/** the case it is about, where that is not the one of the moment: answers by a link come beside the talk */
const about = { case: z.string().optional() };

/** The customer was asked one item of a survey. Surveys validate effort; they never feed it. */
const surveyAsked = defineEvent('survey.asked', {
  at: stepRef,
  item,
  scale,
  /** after they had gone */
  late: z.boolean().optional(),
  ...about,
});
const surveyAnswered = defineEvent('survey.answered', {
  at: stepRef,
  item,
  value: z.string(),
  /** another answer to the same question was given before, and counts no more */
  again: z.boolean().optional(),
  ...about,
});
/** The customer went on without answering. */
const surveyDeclined = defineEvent('survey.declined', { at: stepRef, item });
/** An answer in words of their own: kept as such, and counted as none on the scale. */
const surveyCommented = defineSpokenEvent('survey.commented', { at: stepRef, item, ...about }, { text: z.string() });
/** An answer that came when the survey was closed: it counts nowhere. */
const surveyClosed = defineEvent('survey.closed', { item, afterMs: z.number().nonnegative() });

/**
 * The customer's arm in an experiment, drawn by lot and stated before anything can come of it: `held_out` are not offered what the others are.
 */
const armAssigned = defineEvent('arm.assigned', {
  experiment: z.string(),
  arm: z.enum(['treated', 'held_out']),
  probability: share,
});
/** A rule held. Who is held out is not offered anything, and counts all the same. */
const ruleTriggered = defineEvent('rule.triggered', {
  rule: z.string(),
  arm: z.enum(['treated', 'held_out']),
  file: z.string(),
  line: z.number().int().positive(),
});
/** A notice that is not told, so that it can be told what telling brings. */
const noticeHeld = defineEvent('notice.held', { notice: z.string(), key: z.string() });
/** Whether the business may speak first, as the customer says. */
const consentStated = defineEvent('consent.stated', { value: z.boolean() });

export const experienceEvents = [
  felt,
  surveyEligible,
  surveyAsked,
  surveyAnswered,
  surveyDeclined,
  surveyCommented,
  surveyClosed,
  armAssigned,
  ruleTriggered,
  noticeHeld,
  consentStated,
] as const;
