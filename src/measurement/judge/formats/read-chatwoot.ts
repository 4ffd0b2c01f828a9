/**
 * Conversations of Chatwoot, as its API or an export gives them: one with its messages, a list of them, or the answer of `…/conversations/ID/messages`.
 *
 * Source: Chatwoot's API (message types 0 incoming, 1 outgoing, 2 activity, 3 template). Private notes are between agents.
 */
import { z } from 'zod';
import type { Problem } from '../../../errors/problem.ts';
import type { Speaker, Transcript, TranscriptTurn } from '../transcript.ts';
import { inOrder } from './in-order.ts';
import { readDocuments } from './read-documents.ts';
import type { ReadTranscripts } from './read-transcripts.ts';
import { linesOf, type Source } from './unreadable.ts';

const id = z.union([z.string(), z.number()]);
const messageSchema = z.looseObject({
  content: z.string().nullish(),
  message_type: z.union([z.number(), z.string()]),
  created_at: z.union([z.number(), z.string()]).nullish(),
  private: z.boolean().nullish(),
  conversation_id: id.nullish(),
  sender_type: z.string().nullish(),
  sender: z.looseObject({ id: id.nullish(), type: z.string().nullish() }).nullish(),
});
type Message = z.infer<typeof messageSchema>;

const conversationSchema = z.looseObject({
  id: id.nullish(),
  channel: z.string().nullish(),
  messages: z.array(messageSchema),
});
type Conversation = z.infer<typeof conversationSchema>;
const pageSchema = z.looseObject({ payload: z.union([z.array(conversationSchema), z.array(messageSchema)]) });

const documentSchema = z.union([
  conversationSchema,
  pageSchema,
  z.looseObject({ data: pageSchema }).transform(({ data }) => data),
]);

const form = {
  schema: documentSchema,
  what: 'conversation of Chatwoot',
  fix: "judge conversations as Chatwoot's API gives them: objects with 'id' and 'messages'",
};

export function readChatwoot(source: Source): ReadTranscripts {
  const transcripts: Transcript[] = [];
  const problems: Problem[] = [];
  for (const read of readDocuments(source, form)) {
    if ('problem' in read) problems.push(read.problem);
    else {
      const lines = linesOf(source, read.item);
      for (const one of conversationsOf(read.value))
        transcripts.push({ ...toTranscript(one, transcripts.length + 1), ...lines });
    }
  }
  return { transcripts, problems };
}

function conversationsOf(document: z.infer<typeof documentSchema>): readonly Conversation[] {
  const whole = conversationSchema.safeParse(document);
  if (whole.success) return [whole.data];
  const { payload } = pageSchema.parse(document);
  const conversations = z.array(conversationSchema).safeParse(payload);
  if (conversations.success && conversations.data.length > 0) return conversations.data;
  const messages = z.array(messageSchema).parse(payload);
  return messages.length === 0 ? [] : [{ id: messages[0]?.conversation_id, messages }];
}

function toTranscript(
  { id: known, channel, messages }: Conversation,
  number: number,
): Omit<Transcript, 'line' | 'endLine'> {
  const turns = messages.filter((message) => !message.private).flatMap(toTurn);
  return { id: String(known ?? number), channel: channel ?? 'transcript', turns: inOrder(turns) };
}

const kinds: Readonly<Record<string, string>> = { '0': 'incoming', '1': 'outgoing', '2': 'activity', '3': 'template' };

function toTurn(message: Message): readonly TranscriptTurn[] {
  const kind = kinds[String(message.message_type)] ?? String(message.message_type);
  const who = speakerOf(kind, message);
  if (!who) return [];
  const { content, sender, created_at: created } = message;
  const at = typeof created === 'number' ? created * 1000 : Date.parse(created ?? '');
  return [
    {
      who,
      entities: [],
      ...(content ? { text: content } : {}),
      ...(Number.isNaN(at) ? {} : { at }),
      ...(sender?.id === undefined || sender.id === null ? {} : { name: String(sender.id) }),
    },
  ];
}

function speakerOf(kind: string, { sender, sender_type: type }: Message): Speaker | undefined {
  if (kind === 'incoming') return 'customer';
  if (kind === 'template') return 'bot';
  if (kind === 'activity') return 'system';
  if (kind !== 'outgoing') return undefined;
  const isAgent = (sender?.type ?? type ?? '').toLowerCase() === 'user';
  return isAgent ? 'agent' : 'bot';
}
