/** The form of `simulation.yaml`: who comes to a bot, what they want, what they say, and what shows that they got it. docs/simulate.md */
import { z } from 'zod';
import { duration } from '../files/duration.ts';
import { isPattern, readPattern } from '../files/patterns/read-pattern.ts';

const share = z.number().min(0).max(1);
const text = z.string().min(1);
const texts = z.array(text).min(1);
/** What a customer looks for in what they read: `/…/`. */
const pattern = text.superRefine((written, { addIssue }) => {
  const read = isPattern(written) ? readPattern(written) : { message: 'does not stand between slashes' };
  if (!(read instanceof RegExp))
    addIssue({ code: 'custom', message: `must be a pattern such as /done/i; it ${read.message}` });
});
const patterns = z.array(pattern).min(1);
/** Name → text with `{names}` of what the customer knows. */
const filled = z.record(z.string(), text);

const answer = z.strictObject({ to: pattern, say: texts.optional(), pick: text.optional() });

const goal = z.strictObject({
  /** how often, against the other goals */
  often: z.number().positive().default(1),
  /** a record of the service's that the goal is about */
  about: z.strictObject({
    list: text,
    where: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
    /** field that holds the id of a record in another list */
    with: z.record(z.string(), text).default({}),
  }),
  /** what the customer knows: name → field of the record, or `field.field` of the record it names */
  knows: z.record(z.string(), text),
  opens: texts,
  answers: z.array(answer).default([]),
  /** what makes the customer believe that they have it */
  believes: patterns,
  /** whether they have it: an action's answer from the service's records; or, of something only told, that they read it */
  reached: z.union([z.strictObject({ action: text, with: filled }), z.literal('told')]),
  /** what an agent does for them */
  agent: z.strictObject({ action: text, with: filled }).optional(),
});

const says = z.strictObject({ person: texts, thanks: texts, fillers: texts, again: texts });
const signs = z.strictObject({ refused: patterns, lost: patterns, promised: patterns });

/** The same customers in another language: what they say, and by what they know what they read. `simulation.de.yaml` */
export const wordingSchema = z.strictObject({
  simulation: z.literal(1),
  says,
  signs,
  answers: z.array(answer).default([]),
  goals: z.record(
    z.string(),
    z.strictObject({ opens: texts, answers: z.array(answer).default([]), believes: patterns }),
  ),
});

export type Wording = z.infer<typeof wordingSchema>;

export const simulationSchema = z.strictObject({
  simulation: z.literal(1),
  service: z.strictObject({
    name: text,
    /** module that runs the service in our own process, which is quicker than asking it over a socket */
    inside: text.optional(),
    reset: text,
    records: text,
    size: z.number().int().positive().default(2000),
  }),
  span: duration.default('28d'),
  channels: z.record(z.string(), z.number().positive()),
  /** language → how often; for each but the bot's own there is a file with its wording */
  languages: z.record(z.string(), z.number().positive()).default({}),
  people: z
    .strictObject({
      /** hidden cost at which half of them have had enough */
      patience: z.number().positive().default(6),
      typos: share.default(0.03),
      rewords: share.default(0.3),
      insists: share.default(0.4),
      asksForPerson: share.default(0.4),
      returns: share.default(0.5),
      switches: share.default(0.3),
      surveys: share.default(0.3),
      thanks: share.default(0.3),
    })
    .prefault({}),
  says,
  signs,
  answers: z.array(answer).default([]),
  staff: z
    .strictObject({
      from: z.number().int().min(0).max(23).default(8),
      to: z.number().int().min(1).max(24).default(20),
      wait: duration.default('90s'),
      solves: share.default(0.8),
      mails: share.default(0.6),
    })
    .prefault({}),
  /** problems to choose from for `--plant` */
  plants: z
    .strictObject({
      broken: z.array(z.strictObject({ dialog: text, action: text })).default([]),
      misheard: z.array(z.strictObject({ intent: text, as: text })).default([]),
      /** teams */
      slow: z.array(text).default([]),
    })
    .prefault({}),
  goals: z.record(z.string(), goal),
});

export type Simulation = z.infer<typeof simulationSchema>;
export type Goal = Simulation['goals'][string];
export type Answer = z.infer<typeof answer>;
