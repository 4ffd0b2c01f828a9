/**
 * Reads facts as they are stored.
 */
import { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { surveyItems } from '../../events/speech/survey.ts';
import { stepRef } from '../../events/step-ref.ts';
import { reasons, signals } from '../../measurement/constants/measures.ts';
import { initiations } from '../../measurement/experience/read-experience.ts';
import type { Facts } from '../../measurement/facts.ts';
import { sources } from '../../measurement/outcome/evidence.ts';
import { goalStates } from '../../measurement/outcome/fold-goals.ts';
import { outcomeStates } from '../../measurement/outcome/outcome-states.ts';

const tally = z.object({
  signal: z.enum(signals),
  owner: z.string(),
  step: stepRef.extend({ version: z.string() }).nullable(),
  probable: z.boolean(),
  count: z.number().nonnegative(),
  most: z.number().nonnegative(),
  turns: z.array(z.number().int().nonnegative()),
});

const goal = z.object({
  goal: z.string(),
  dialog: z.string(),
  state: z.enum(goalStates),
  verified: z.boolean().nullable(),
  withdrawn: z.boolean(),
});

const evidence = z.object({
  source: z.enum(sources),
  value: z.boolean(),
  turn: z.number().int().nonnegative(),
  at: z.number().int(),
  goal: z.string().nullable(),
  rule: z.string(),
  version: z.string(),
});

const outcome = z.object({
  state: z.enum(outcomeStates),
  at: z.enum(['auth', 'form', 'waiting', 'after_failure', 'after_offer']).nullable(),
  by: z.enum(reasons),
  final: z.boolean(),
  resolved: z.number().min(0).max(1),
  reopened: z.boolean().nullable(),
  redirected: z.boolean(),
  goals: z.array(goal),
  evidence: z.array(evidence),
  conflicts: z.array(z.object({ stronger: z.enum(sources), overruled: z.enum(sources), turn: z.number() })),
});

const share = z.number().min(0).max(100);
const effort = z.object({ value: share, low: share, high: share, band: z.enum(['low', 'moderate', 'high']) });

const part = z.object({
  dialog: z.string(),
  asked: z.array(z.string()),
  how: z.enum(['finished', 'cancelled', 'replaced', 'handed_off', 'failed']).nullable(),
});

const count = z.number().int().nonnegative();
const felt = z.number().min(-1).max(1);
const feeling = z.object({ turns: count, mean: felt, first: felt, last: felt, worst: felt, negative: count });
const item = z.object({
  item: z.enum(surveyItems),
  late: z.boolean(),
  shown: z.boolean(),
  value: z.string().nullable(),
  commented: z.boolean(),
  place: count.nullable(),
  steps: count,
});
const expected = z.object({
  dialog: z.string(),
  turns: z.number().nullable(),
  seconds: z.number().nullable(),
  tookTurns: z.number(),
  tookSeconds: z.number(),
});

const factsSchema: z.ZodType<Facts> = z.object({
  case: z.string(),
  conversation: z.string(),
  conversations: z.array(z.string()),
  customer: z.string(),
  startedAt: z.number().int(),
  lastAt: z.number().int(),
  touchpoint: z.string(),
  channel: z.string(),
  entry: z.string(),
  language: z.string(),
  version: z.string(),
  intent: z.string().nullable(),
  dialog: z.string().nullable(),
  stage: z.string().nullable(),
  owner: z.string().nullable(),
  team: z.string().nullable(),
  path: z.array(part),
  engaged: z.boolean(),
  customerTurns: z.number().int().nonnegative(),
  effort: effort.nullable(),
  censored: z.boolean(),
  burdens: z.array(tally),
  outcome,
  person: z.object({
    asked: z.boolean(),
    byBot: z.boolean(),
    joined: z.boolean(),
    secondsToPerson: z.number().nonnegative().nullable(),
  }),
  feeling: feeling.nullable(),
  survey: z.object({
    eligible: z.boolean(),
    drawn: z.array(z.enum(surveyItems)),
    reachable: z.boolean(),
    items: z.array(item),
  }),
  promises: z.object({ made: count, kept: count, broken: count }),
  expectations: z.array(expected),
  arms: z.array(z.string()),
  triggered: z.array(z.string()),
  initiated: z.enum(initiations),
  identified: z.boolean(),
  returns: z.number().int().nonnegative(),
  closedAt: z.number().int().nullable(),
  review: z.object({
    draw: z.number().nullable(),
    judged: z.array(z.object({ sample: z.enum(['assumed', 'rejected']), value: z.boolean(), at: z.number().int() })),
  }),
  versions: z.object({ effort: z.string(), outcome: z.string(), measures: z.number().int().positive() }),
});

/**
 * @param json as the projector wrote it
 * @throws TouchpointError STORE_FAILED when it was not written by this version; a rebuild makes it anew
 */
export function parseFacts(json: string): Facts {
  const parsed = factsSchema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TouchpointError('STORE_FAILED', `stored facts are of another form at '${issue?.path.join('.') ?? ''}'`, {
    fix: 'run `touchpoint rebuild`: facts are made anew from the events',
  });
}
