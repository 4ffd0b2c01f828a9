/**
 * Facts: one row per case, everything a report needs of it. Made from events only; without a customer's words they are the same.
 */
import type { Instant } from '../events/instant.ts';
import type { Context, Review } from './case/context.ts';
import type { Measures } from './constants/measures.ts';
import { readTallies } from './effort/effort.ts';
import { receiptOf } from './effort/receipt.ts';
import type { Band } from './effort/score.ts';
import { mainDialog } from './effort/standing-burdens.ts';
import type { Tally } from './effort/tally.ts';
import { type FactsExperience, readExperience } from './experience/read-experience.ts';
import type { CaseFold } from './fold-case.ts';
import { type Outcome, readOutcome } from './outcome/outcome.ts';
import { isCensored } from './outcome/outcome-states.ts';
import { type PathPart, pathOf } from './path-of.ts';

/**
 * @property conversation the first conversation of the case
 * @property intent what the customer came for: the intent of the first dialog they began, else the first one accepted
 * @property version hash of the program
 * @property engaged the customer spoke and the bot took part; only such cases stand in a denominator
 * @property effort `null` when the customer never spoke
 * @property censored the case ended abandoned or escalated unresolved: its effort is a lower bound
 */
export type Facts = FactsExperience & {
  readonly case: string;
  readonly conversation: string;
  readonly conversations: readonly string[];
  readonly customer: string;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
  readonly touchpoint: string;
  readonly channel: string;
  readonly entry: string;
  readonly language: string;
  readonly version: string;
  readonly intent: string | null;
  readonly dialog: string | null;
  readonly stage: string | null;
  readonly owner: string | null;
  /** the team it was last handed to; `null` where it was not, or to whoever is there */
  readonly team: string | null;
  /** dialogs it went through */
  readonly path: readonly PathPart[];
  readonly engaged: boolean;
  readonly customerTurns: number;
  readonly effort: FactsEffort | null;
  readonly censored: boolean;
  readonly burdens: readonly Tally[];
  readonly outcome: Outcome;
  readonly person: FactsPerson;
  /** the customer would be known again in another conversation: only then can it be seen that they did not come back */
  readonly identified: boolean;
  /** times they came back with it */
  readonly returns: number;
  /** when it was last left; `null` while it goes on */
  readonly closedAt: Instant | null;
  /** its lot in samples that people review, and what they found */
  readonly review: Review;
  readonly versions: { readonly effort: string; readonly outcome: string; readonly measures: number };
};

export type FactsEffort = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly band: Band;
};

/**
 * @property asked the customer asked for a person
 * @property byBot a dialog or rule handed over without being asked
 * @property secondsToPerson from the first wish to the first agent; `null` when nobody came or nobody asked
 */
export type FactsPerson = {
  readonly asked: boolean;
  readonly byBot: boolean;
  readonly joined: boolean;
  readonly secondsToPerson: number | null;
};

/** Reads the facts of a case as it stands; `id` is the case, or the conversation where no case was opened. */
export function readFacts(measures: Measures, id: string, fold: CaseFold): Facts {
  const { context } = fold;
  const burdens = context.customerTurns === 0 ? [] : readTallies(measures, fold);
  const outcome = readOutcome(measures, fold);
  return {
    case: id,
    conversation: context.conversations[0] ?? id,
    conversations: context.conversations.slice(0, mostConversations),
    startedAt: fold.startedAt ?? 0,
    lastAt: fold.lastAt,
    ...whence(context),
    ...about(context),
    team: context.person.handoff?.team ?? null,
    path: pathOf(context),
    engaged: outcome.state !== 'unengaged' && outcome.state !== 'spam_test',
    customerTurns: context.customerTurns,
    effort: context.customerTurns === 0 ? null : effortOf(measures, burdens),
    censored: isCensored(outcome.state),
    burdens,
    outcome,
    person: personOf(context),
    ...readExperience(fold.experience, context.customerTurns),
    identified: context.identified,
    returns: context.returns,
    closedAt: context.leftAt,
    review: context.review,
    versions: { effort: measures.effort.id, outcome: measures.outcome.id, measures: measures.number },
  };
}

/** A case names so many of its conversations. */
const mostConversations = 50;

function whence({
  origin,
}: Context): Pick<Facts, 'customer' | 'touchpoint' | 'channel' | 'entry' | 'language' | 'version'> {
  return {
    customer: origin?.customer ?? '',
    touchpoint: origin?.touchpoint ?? '',
    channel: origin?.channel ?? '',
    entry: origin?.entryPoint ?? '',
    language: origin?.locale ?? '',
    version: origin?.version ?? '',
  };
}

function about(context: Context): Pick<Facts, 'intent' | 'dialog' | 'stage' | 'owner'> {
  const main = mainDialog(context);
  return {
    intent: main?.intent ?? context.intents[0] ?? null,
    dialog: main?.dialog ?? null,
    stage: main?.stage ?? null,
    owner: main?.owner ?? null,
  };
}

function effortOf(measures: Measures, burdens: readonly Tally[]): FactsEffort {
  const { effort: value, low, high, band } = receiptOf(measures, burdens);
  return { value, low, high, band };
}

function personOf({ person }: Context): FactsPerson {
  const { askedAt, joinedAt, handoff } = person;
  const joined = joinedAt !== null;
  return {
    asked: askedAt !== null,
    byBot: handoff !== null && handoff.by !== 'customer',
    joined,
    secondsToPerson: askedAt !== null && joinedAt !== null ? Math.max(0, (joinedAt - askedAt) / 1000) : null,
  };
}
