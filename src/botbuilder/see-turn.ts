/** Reads a turn off botbuilder's context, by the shapes of its protocol: nothing of the package is loaded for it. */
import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Note, SeenDialog, SeenMessage, SeenReply, SeenTurn } from './seen.ts';
import type { TouchpointOptions } from './touchpoint-options.ts';

/** @property notes what the bot's own code, and its recognisers, say of the turn; grows while the turn runs */
export type Watched = { readonly replies: SeenReply[]; readonly notes: Note[] };

/** Takes note of what is sent, as it is sent. */
export function watchTurn(context: TurnContext): Watched {
  const watched: Watched = { replies: [], notes: [] };
  context.onSendActivities((_context, activities, next) => {
    for (const activity of activities) see(watched, activity);
    return next();
  });
  return watched;
}

/** What LUIS, CLU and the other recognisers leave in traces. */
const recognised = z.looseObject({
  recognizerResult: z.looseObject({ intents: z.record(z.string(), z.looseObject({ score: z.number().optional() })) }),
});

function see({ replies, notes }: Watched, activity: Partial<Activity>): void {
  if (activity.type === 'trace') return seeIntent(notes, activity.value);
  if (activity.type === 'event' && activity.name === 'handoff.initiate')
    replies.push({ text: '', choices: [], expectsInput: false, handoff: { reason: 'handoff.initiate' } });
  if (activity.type !== 'message') return;
  const choices = activity.suggestedActions?.actions.map(({ title }) => title) ?? [];
  const text =
    activity.text ?? activity.attachments?.map(({ name, contentType }) => name ?? contentType).join(', ') ?? '';
  replies.push({ text, choices, expectsInput: activity.inputHint === 'expectingInput' });
}

function seeIntent(notes: Note[], value: unknown): void {
  const intents = Object.entries(recognised.safeParse(value).data?.recognizerResult.intents ?? {});
  const [best] = intents.toSorted(([, a], [, b]) => (b.score ?? 0) - (a.score ?? 0));
  if (!best) return;
  const [intent, { score = 0 }] = best;
  notes.push(
    intent === 'None' ? { kind: 'no_match' } : { kind: 'intent', intent, score: Math.min(1, Math.max(0, score)) },
  );
}

type Ended = Watched & { readonly context: TurnContext; readonly failed: boolean };

/** @returns `undefined` for what is no turn of a conversation: typing, reactions, what an activity without a sender says */
export async function seeTurn(
  options: TouchpointOptions,
  { context: { activity }, context, replies, notes, failed }: Ended,
): Promise<SeenTurn | undefined> {
  const { channelId, conversation, from, type } = activity;
  const message = messageOf(activity);
  if (!conversation?.id || !from?.id) return undefined;
  if (!message && replies.length === 0 && !failed && type !== 'endOfConversation') return undefined;
  const stack = await stackOf(options, context);
  return {
    at: Date.now(),
    channel: channelId,
    conversation: conversation.id,
    person: from.id,
    entryPoint: options.entryPoint ?? 'default',
    locale: activity.locale ?? options.locale ?? 'en',
    version: options.version ?? 'botbuilder',
    ...(message ? { message } : {}),
    replies,
    notes: [...notes, ...guesses(options, message, replies)],
    failed,
    ...(stack ? { stack } : {}),
    ended: type === 'endOfConversation',
  };
}

function messageOf({ type, id, text, value, attachments }: Activity): SeenMessage | undefined {
  if (type !== 'message') return undefined;
  const isPressed = !text && value !== undefined && value !== null;
  const via = isPressed ? 'choice' : text ? 'text' : 'attachment';
  if (via === 'attachment' && !attachments?.length) return undefined;
  return { id: id ?? '', text: text ?? (isPressed ? JSON.stringify(value) : ''), via };
}

/** What the words tell, where the bot's code does not. */
function guesses(
  { noMatch, humanRequest }: TouchpointOptions,
  message: SeenMessage | undefined,
  replies: readonly SeenReply[],
): readonly Note[] {
  const missed = noMatch !== undefined && replies.some(({ text }) => noMatch.test(text));
  const asked = humanRequest !== undefined && message !== undefined && humanRequest.test(message.text);
  return [...(missed ? [{ kind: 'no_match' } as const] : []), ...(asked ? [{ kind: 'human_request' } as const] : [])];
}

/** How botbuilder-dialogs keeps its stack: a waterfall its step, a prompt how often it was put. */
const kept = z.looseObject({
  dialogStack: z.array(
    z.looseObject({
      id: z.string(),
      state: z
        .looseObject({
          stepIndex: z.number().optional(),
          state: z.looseObject({ attemptCount: z.number().optional() }).optional(),
          dialogs: z.unknown().optional(),
        })
        .optional(),
    }),
  ),
});

async function stackOf(
  { dialogState }: TouchpointOptions,
  context: TurnContext,
): Promise<readonly SeenDialog[] | undefined> {
  if (!dialogState) return undefined;
  try {
    return flat(await dialogState.get(context));
  } catch {
    return undefined;
  }
}

/** A component keeps the stack of what is inside it. */
function flat(state: unknown): readonly SeenDialog[] {
  return (kept.safeParse(state).data?.dialogStack ?? []).flatMap(({ id, state: inner }) => [
    {
      dialog: id,
      step: inner?.stepIndex === undefined ? '' : String(inner.stepIndex),
      // botbuilder counts the answers that were not taken
      attempt: inner?.state === undefined ? 0 : (inner.state.attemptCount ?? 0) + 1,
    },
    ...flat(inner?.dialogs),
  ]);
}
