/**
 * Transcripts of the Bot Framework (`.transcript`): a list of activities, of one conversation or several.
 *
 * Source: the Bot Framework activity schema; transcripts as the Emulator and TranscriptLoggerMiddleware write them.
 */
import { z } from 'zod';
import type { Problem } from '../../../errors/problem.ts';
import type { Speaker, Transcript, TranscriptTurn } from '../transcript.ts';
import { inOrder } from './in-order.ts';
import { readDocuments } from './read-documents.ts';
import type { ReadTranscripts } from './read-transcripts.ts';
import { linesOf, type Source } from './unreadable.ts';

const account = z.looseObject({ id: z.string().nullish(), name: z.string().nullish(), role: z.string().nullish() });
const activitySchema = z.looseObject({
  type: z.string(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  timestamp: z.string().nullish(),
  channelId: z.string().nullish(),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.looseObject({ id: z.string().nullish() }).nullish(),
});
type Activity = z.infer<typeof activitySchema>;

const form = {
  schema: activitySchema,
  what: 'activity of the Bot Framework',
  fix: 'judge files that the Emulator or a transcript logger wrote: a JSON list of activities',
};

/** Messages and events become turns; typing, traces and updates say nothing. One that cannot be read spoils its conversation only. */
export function readBotFramework(source: Source): ReadTranscripts {
  const found = new Map<string, Found>();
  let current = '';
  for (const read of readDocuments(source, form)) {
    if ('value' in read) current = read.value.conversation?.id ?? current;
    const lines = linesOf(source, read.item);
    const known = found.get(current) ?? { ...lines, activities: [] };
    found.set(current, known);
    known.endLine = lines.endLine;
    if ('value' in read) known.activities.push(read.value);
    else known.problem ??= read.problem;
  }
  const all = [...found].map(([id, one], index) => ({ ...one, id: id === '' ? String(index + 1) : id }));
  return {
    transcripts: all.filter(({ problem }) => !problem).map((one) => toTranscript(one)),
    problems: all.flatMap(({ problem }) => (problem ? [problem] : [])),
  };
}

type Found = { readonly line: number; endLine: number; readonly activities: Activity[]; problem?: Problem };

function toTranscript({ id, line, endLine, activities }: Found & { readonly id: string }): Transcript {
  const bots = new Set(activities.filter(({ from }) => from?.role === 'bot').map(({ from }) => from?.id));
  const turns = activities.flatMap((activity) => toTurn(activity, bots));
  const channel = activities.find(({ channelId }) => channelId)?.channelId ?? 'transcript';
  return { id, line, endLine, channel, turns: inOrder(turns) };
}

type Ids = ReadonlySet<string | null | undefined>;

function toTurn(activity: Activity, bots: Ids): readonly TranscriptTurn[] {
  const { type, text, name, timestamp, from } = activity;
  const isSaid = type === 'message';
  if (!isSaid && type !== 'event' && type !== 'endOfConversation') return [];
  const at = Date.parse(timestamp ?? '');
  return [
    {
      who: isSaid ? speakerOf(activity, bots) : 'system',
      entities: [],
      ...(isSaid ? {} : { act: name ?? type }),
      ...(text ? { text } : {}),
      ...(Number.isNaN(at) ? {} : { at }),
      ...(from?.id ? { name: from.id } : {}),
    },
  ];
}

/** Roles are optional: where they are missing, who is spoken to tells who speaks. */
function speakerOf({ from, recipient }: Activity, bots: Ids): Speaker {
  const role = from?.role ?? '';
  if (role === 'bot' || role === 'skill') return 'bot';
  if (role === 'agent') return 'agent';
  if (role === 'user') return 'customer';
  if (bots.has(from?.id)) return 'bot';
  return recipient?.role === 'user' || /\bbot\b/i.test(from?.id ?? '') ? 'bot' : 'customer';
}
