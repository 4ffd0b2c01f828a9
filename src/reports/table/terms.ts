/**
 * What many cases have in common, as lines about cases hold it. Each is checked once, however many cases there are of it.
 */
import { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { surveyItems } from '../../events/speech/survey.ts';
import { signals } from '../../measurement/constants/measures.ts';
import { initiations } from '../../measurement/experience/read-experience.ts';
import { outcomeStates } from '../../measurement/outcome/outcome-states.ts';
import type { Kind } from '../report/cases/kind.ts';

const place = z.object({
  ...{ touchpoint: z.string(), channel: z.string(), entry: z.string(), language: z.string(), version: z.string() },
  ...{ intent: z.string().nullable(), dialog: z.string().nullable(), stage: z.string().nullable() },
  ...{ owner: z.string().nullable(), team: z.string().nullable() },
  arms: z.array(z.string()).readonly(),
  triggered: z.array(z.string()).readonly(),
  initiated: z.enum(initiations),
});

/** Where a case came from, and what it was about. */
export type Place = Readonly<z.infer<typeof place>>;

const yesNo = z.boolean();
const maybe = z.boolean().nullable();
const band = z.enum(['low', 'moderate', 'high']).nullable();
const kind = z.tuple([
  ...([yesNo, z.enum(outcomeStates), yesNo, band, yesNo, yesNo] as const),
  ...([maybe, yesNo, yesNo, yesNo, maybe, maybe] as const),
]);

const count = z.number().int().nonnegative();
const item = z.object({
  item: z.enum(surveyItems),
  late: z.boolean(),
  shown: z.boolean(),
  value: z.string().nullable(),
  commented: z.boolean(),
  place: count.nullable(),
  steps: count,
});
/** `turns` that the dialog said it takes; what was kept before these were says nothing of them. */
const expectation = z.object({
  dialog: z.string().default(''),
  turns: z.number().nullable().default(null),
  turnsMet: maybe,
  timeMet: maybe,
});
const said = z.object({
  survey: z.object({
    eligible: z.boolean(),
    drawn: z.array(z.enum(surveyItems)).readonly(),
    reachable: z.boolean(),
    items: z.array(item).readonly(),
  }),
  expectations: z.array(expectation).readonly(),
  promises: z.object({ made: count, kept: count, broken: count }),
});

/** What a customer was asked and answered, and what they were told to expect. */
export type Said = Readonly<z.infer<typeof said>>;

const route = z.array(
  z.object({ dialog: z.string(), asked: z.array(z.string()).readonly(), finished: yesNo, reached: yesNo }).readonly(),
);

/** The dialogs a case went through, and how far. */
export type Route = Readonly<z.infer<typeof route>>;

const step = z.tuple([z.string(), z.number().int(), z.string(), z.string(), z.string()]);
const cause = z.tuple([z.enum(signals), z.string(), step.nullable()]);

/** A burden with the step that caused it and whoever can remove it. `text` tells it from all others. */
export type Cause = ReturnType<typeof readCause>;

export function readPlace(text: string): Place {
  return parsed(place, text);
}

export function readSaid(text: string): Said {
  return parsed(said, text);
}

export function readRoute(text: string): Route {
  return parsed(route, text);
}

/** The order of its values is that of the properties of `Kind`. */
export function readKind(text: string): Kind {
  const [engaged, state, final, effort, censored, good, reopened, asked, joined, byBot, assumed, rejected] = parsed(
    kind,
    text,
  );
  return {
    ...{ engaged, state, final, band: effort, censored, good, reopened, asked, joined, byBot },
    ...{ judgedAssumed: assumed, judgedRejected: rejected },
  };
}

export function readCause(text: string) {
  const [signal, owner, place5] = parsed(cause, text);
  if (place5 === null) return { signal, owner, step: null, text } as const;
  const [file, line, dialog, name, version] = place5;
  return { signal, owner, step: { dialog, step: name, file, line, version }, text } as const;
}

/** @throws TouchpointError STORE_FAILED where another version wrote it */
function parsed<T>(schema: z.ZodType<T>, text: string): T {
  const found = schema.safeParse(json(text));
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  throw new TouchpointError('STORE_FAILED', `what is kept of cases is of another form: ${issue?.message ?? text}`, {
    fix: 'run `touchpoint rebuild`: facts are made anew from the events',
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
