/**
 * What is known of how a customer found a case, and of what was done unasked: feeling, surveys, promises, expectation, experiments. Never a part of effort.
 * Source: measurement §4 and §6.
 */
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { SurveyItem } from '../../events/speech/survey.ts';

export type Experience = {
  /** how the customer's turns sound; `null` where none could be measured */
  readonly felt: Felt | null;
  readonly survey: SurveySeen;
  readonly promises: PromisesSeen;
  /** running dialogs that say what may be expected of them */
  readonly expecting: readonly Expecting[];
  /** of those that came to their end */
  readonly expected: readonly Expected[];
  /** arm of each experiment the customer is in */
  readonly arms: { readonly [experiment: string]: string };
  /** the business spoke first */
  readonly noticed: boolean;
  /** experiments that had something to offer, or would have had */
  readonly triggered: readonly string[];
};

/** Turns of the customer, −1 as bad as can be to 1; `negative` counts those at or below −0.05 (the bound VADER's authors use). */
export type Felt = {
  readonly turns: number;
  readonly sum: number;
  readonly first: number;
  readonly last: number;
  readonly worst: number;
  readonly negative: number;
};

/** @property eligibility decided when the case began; `null` where nobody asks */
export type SurveySeen = {
  readonly eligibility: Pick<EventOf<'survey.eligible'>['data'], 'why' | 'items' | 'reachable'> | null;
  readonly items: readonly ItemSeen[];
};

/**
 * One item that was asked.
 *
 * @property said event that asked, which a statement of delivery may be about
 * @property place of the answer on the scale, from 0; `null` while there is none
 * @property steps of the scale
 */
export type ItemSeen = {
  readonly item: SurveyItem;
  readonly late: boolean;
  readonly said: number;
  readonly shown: boolean;
  readonly scale: readonly string[];
  readonly value: string | null;
  readonly commented: boolean;
};

export type PromisesSeen = {
  readonly made: number;
  readonly kept: readonly string[];
  readonly broken: readonly string[];
};

export type Expecting = Expected & { readonly since: Instant; readonly fromTurn: number };

/** What a dialog said may be expected of it, and what it took. `null`: nothing was said. */
export type Expected = {
  readonly dialog: string;
  readonly turns: number | null;
  readonly seconds: number | null;
  readonly tookTurns: number;
  readonly tookSeconds: number;
};

export const startExperience: Experience = {
  felt: null,
  survey: { eligibility: null, items: [] },
  promises: { made: 0, kept: [], broken: [] },
  expecting: [],
  expected: [],
  arms: {},
  noticed: false,
  triggered: [],
};
