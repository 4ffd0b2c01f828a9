/**
 * The customer's way over all touchpoints, the bot being one of them: `journey/1`. Measurement §3–§5.
 */
import type { Estimate, Rate } from '../../measurement/statistics/rate.ts';
import type { Filters } from '../report/query.ts';

export type Journey = {
  readonly schema: 'journey/1';
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly asOf: string;
  readonly filters: Filters;
  readonly touchpoints: readonly TouchpointFigures[];
  /** of all contacts together; what contributions add up to 0 around */
  readonly whole: { readonly contacts: number; readonly csat: Rate; readonly ces: Rate };
  readonly moves: readonly Move[];
  readonly stages: readonly StageFigures[];
  readonly consistency: readonly Consistency[];
  readonly relationship: Relationship;
};

/** Who met the customer: the bot; people alone; nobody knows, there are only answers to a survey. */
export type Contact = 'bot' | 'people' | 'answers';

/**
 * @property contacts cases; where there are only answers, how many contacts were answered for, which is a lower bound
 * @property share of all contacts, 0–1; `null` without any
 * @property csat share of content answers among those given here
 * @property contribution share × difference from the whole: by how much the whole would be lower without what is special here; `null` for fewer than ten answers
 */
export type TouchpointFigures = {
  readonly touchpoint: string;
  readonly kind: Contact;
  readonly contacts: number;
  readonly share: number | null;
  readonly csat: Rate;
  readonly ces: Rate;
  readonly effort: Estimate;
  readonly contribution: { readonly csat: number | null; readonly ces: number | null };
};

/** Customers who went from one touchpoint to another within the window. @property hours median between the two; `null` for fewer than ten */
export type Move = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly customers: number;
  readonly hours: number | null;
};

export type StageFigures = {
  readonly stage: string;
  readonly cases: number;
  readonly resolved: Rate;
  readonly effort: Estimate;
};

/**
 * How alike one intent is served, wherever and whenever: the standard deviation over groups of ten cases and more. Less is better.
 *
 * @property touchpoint over touchpoints; `hour` over hours of the business's day; `language` over languages; `null` with fewer than two such groups
 */
export type Consistency = {
  readonly intent: string;
  readonly cases: number;
  readonly touchpoint: Spread | null;
  readonly hour: Spread | null;
  readonly language: Spread | null;
};

/** @property effort points; @property resolution 0–1; @property groups how many of ten cases and more */
export type Spread = { readonly groups: number; readonly effort: number; readonly resolution: number };

/**
 * What lasts longer than a contact; no satisfaction.
 *
 * @property nps −100…100 with its 95 % interval, over the latest answer of each customer; `null` for fewer than ten
 * @property back of the customers who can be known again and whose first contact is at least 90 days old, those in touch again within 90 days
 */
export type Relationship = {
  readonly nps: NetPromoters;
  readonly back: Rate;
};

export type NetPromoters = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
