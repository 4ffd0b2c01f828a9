/**
 * Weights, caps, references and odds: the published numbers every metric uses, from one file that a CX team can copy into a new number and edit.
 * Never medians of the moment: a bot that gets worse for everybody must look worse. Source: contracts §9, measurement §2 and §3.
 */
import { z } from 'zod';
import number1 from './measures-1.json' with { type: 'json' };

export const signals = [
  'bot_failure',
  'no_match',
  'reprompt',
  'correction',
  'rephrase',
  'unclear',
  'backtrack',
  'restart',
  'loop',
  'human_request',
  'human_request_again',
  'escalation',
  'transfer',
  'told_again',
  'channel_switch',
  'repeat_contact',
  'sitting',
  'wait',
  'auth',
  'words',
  'turns',
  'no_human',
] as const;
export type Signal = (typeof signals)[number];

/** What decides an outcome, each with the odds that the issue is solved when it does. */
export const reasons = [
  'customer_no',
  'customer_partly',
  'record_yes',
  'record_no',
  'customer_yes',
  'goal_silence',
  'goal',
  'agent_yes',
  'agent_no',
  'declined',
  'handoff',
  'nobody',
  'failure',
  'not_understood',
  'left',
  'no_goal',
  'thanks',
  'out_of_scope',
  'nothing',
] as const;
export type Reason = (typeof reasons)[number];

const owner = z.enum(['bot', 'content', 'backend', 'policy', 'agent']);
const row = z.strictObject({ weight: z.number().nonnegative(), cap: z.number().positive(), owner });
const positive = z.number().positive();
const share = z.number().min(0).max(1);

/** The form of a file of measures. */
export const measuresSchema = z.strictObject({
  number: z.number().int().positive(),
  /** since when figures are made with it; left out for number 1 */
  published: z.iso.datetime().optional(),
  effort: z.strictObject({
    id: z.string(),
    /** burden at which effort reaches 63 */
    scale: positive,
    /** effort from which a case counts as moderate, as high */
    bands: z.strictObject({ moderate: positive, high: positive }).refine((b) => b.moderate < b.high && b.high < 100),
    /** `owner`: whose it is where the dialog names nobody */
    signals: z.record(z.enum(signals), row),
    /** access to a person is never listed as something to remove */
    notToRemove: z.array(z.enum(signals)),
  }),
  references: z.strictObject({
    /** customer turns a dialog needs where it declares none: begun by the customer, per slot asked, per short answer */
    turns: z.strictObject({ begun: positive, slot: positive, answer: positive }),
    wordsPerTurn: positive,
    /** customer turns and typed words that cases of a dialog need, where the dialog itself declares none */
    dialogs: z
      .record(z.string(), z.strictObject({ turns: positive.optional(), words: positive.optional() }))
      .optional(),
    /** a reply later than this is a wait, by channel */
    waitSeconds: z.record(z.string(), positive).and(z.object({ other: positive })),
    /**
     * Precision of the rephrase detector by language, measured on the labelled pairs that ship with the tests. Where it is below `least`, or nobody measured
     * it, what was found is shown and weighs nothing.
     */
    rephrase: z.strictObject({ least: share, precision: z.record(z.string(), share) }),
    waitUnitSeconds: positive,
    /** a person's reply later than this is a wait, on live channels */
    agentSeconds: positive,
    /** a person who takes over later than this was waited for */
    queueSeconds: positive,
  }),
  outcome: z.strictObject({
    id: z.string(),
    /** an intent of one of these names, or below it (`oos.weather`), is recognised and out of scope */
    outOfScopeIntents: z.array(z.string()),
    /** who comes in here tries the bot out, and stands in no figure */
    testEntryPoints: z.array(z.string()),
    resolvedOdds: z.record(z.enum(reasons), positive),
  }),
});

export type Measures = Readonly<z.infer<typeof measuresSchema>>;

/**
 * Reads a file of measures, as JSON.
 *
 * @throws z.ZodError naming every unknown, missing or wrong field
 */
export function parseMeasures(raw: unknown): Measures {
  return measuresSchema.parse(raw);
}

/** Number 1. */
export const published: Measures = parseMeasures(number1);
