/**
 * Rasa trackers, as its REST interface or a dump of a tracker store gives them: one, a list, or a line each.
 *
 * Source: Rasa's event schema (rasa.shared.core.events). An action stands as the act of what it says; one that says nothing is a turn of the system.
 */
import { z } from 'zod';
import type { Problem } from '../../../errors/problem.ts';
import type { Transcript, TranscriptTurn } from '../transcript.ts';
import { inOrder } from './in-order.ts';
import { readDocuments } from './read-documents.ts';
import type { ReadTranscripts } from './read-transcripts.ts';
import { linesOf, type Source } from './unreadable.ts';

const eventSchema = z.looseObject({
  event: z.string(),
  timestamp: z.number().nullish(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  input_channel: z.string().nullish(),
  parse_data: z
    .looseObject({
      intent: z.looseObject({ name: z.string().nullish() }).nullish(),
      entities: z.array(z.looseObject({ entity: z.string() })).nullish(),
    })
    .nullish(),
});
type RasaEvent = z.infer<typeof eventSchema>;

const trackerSchema = z.looseObject({
  sender_id: z.union([z.string(), z.number()]).nullish(),
  events: z.array(eventSchema),
});

const form = {
  schema: trackerSchema,
  what: 'tracker of Rasa',
  fix: "judge trackers as GET /conversations/ID/tracker gives them: objects with 'sender_id' and 'events'",
};

export function readRasa(source: Source): ReadTranscripts {
  const transcripts: Transcript[] = [];
  const problems: Problem[] = [];
  for (const [index, read] of readDocuments(source, form).entries()) {
    if ('problem' in read) problems.push(read.problem);
    else {
      const { sender_id: id, events } = read.value;
      const channel = events.find(({ input_channel }) => input_channel)?.input_channel ?? 'transcript';
      transcripts.push({
        id: String(id ?? index + 1),
        ...linesOf(source, read.item),
        channel,
        turns: inOrder(turnsOf(events)),
      });
    }
  }
  return { transcripts, problems };
}

/** What happens of itself: waiting for the next message, beginning a session. */
const silent: ReadonlySet<string> = new Set(['action_listen', 'action_session_start', 'action_unlikely_intent']);

/** @property action the one that runs: what it says follows it */
type Reading = { readonly turns: TranscriptTurn[]; action: string | undefined };

function turnsOf(events: readonly RasaEvent[]): readonly TranscriptTurn[] {
  const reading: Reading = { turns: [], action: undefined };
  for (const event of events) {
    if (event.event === 'bot') botSaid(reading, event);
    else happened(reading, event);
  }
  endAction(reading);
  return reading.turns;
}

function happened(reading: Reading, event: RasaEvent): void {
  endAction(reading);
  if (event.event === 'action') reading.action = event.name && !silent.has(event.name) ? event.name : undefined;
  if (event.event === 'user') reading.turns.push(ofCustomer(event));
  if (event.event === 'restart') reading.turns.push({ who: 'system', act: 'restart', entities: [], ...timed(event) });
}

function botSaid(reading: Reading, event: RasaEvent): void {
  reading.turns.push({ who: 'bot', entities: [], ...said(event), ...act(reading.action ?? before(reading.turns)) });
  reading.action = undefined;
}

function endAction(reading: Reading): void {
  if (reading.action !== undefined) reading.turns.push({ who: 'system', act: reading.action, entities: [] });
  reading.action = undefined;
}

/** An action may say several things. */
function before(turns: readonly TranscriptTurn[]): string | undefined {
  const last = turns.at(-1);
  return last?.who === 'bot' ? last.act : undefined;
}

function ofCustomer(event: RasaEvent): TranscriptTurn {
  const entities = (event.parse_data?.entities ?? []).map(({ entity }) => entity);
  return { who: 'customer', entities, ...said(event), ...act(event.parse_data?.intent?.name ?? undefined) };
}

function act(name: string | undefined): Pick<TranscriptTurn, 'act'> {
  return name === undefined ? {} : { act: name };
}

function said(event: RasaEvent): Pick<TranscriptTurn, 'text' | 'at'> {
  return { ...(event.text ? { text: event.text } : {}), ...timed(event) };
}

function timed({ timestamp }: RasaEvent): Pick<TranscriptTurn, 'at'> {
  return typeof timestamp === 'number' ? { at: Math.round(timestamp * 1000) } : {};
}
