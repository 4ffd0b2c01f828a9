/** A conversation as the loopback server keeps it: activities in order, and the sockets that want to hear of them. */
import type { WebSocket } from 'ws';

export type Reply = {
  readonly type?: 'message' | 'typing' | 'event';
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly from?: unknown;
  readonly inputHint?: string;
  readonly suggestedActions?: unknown;
};

export type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

/** @property gone the server knows it no more */
export type Conversation = {
  readonly id: string;
  readonly user: string;
  readonly activities: Stored[];
  readonly sockets: Set<WebSocket>;
  isStarted: boolean;
};

/** Stores it and sends it to every socket; typing is sent and not stored, as nobody needs it later. */
export function add(conversation: Conversation, activity: Readonly<Record<string, unknown>>): Stored {
  const id = `${conversation.id}|${String(conversation.activities.length).padStart(7, '0')}`;
  const stored = { timestamp: new Date().toISOString(), conversation: { id: conversation.id }, id, ...activity };
  if (activity['type'] !== 'typing') conversation.activities.push(stored);
  const frame = JSON.stringify({ activities: [stored], watermark: String(conversation.activities.length) });
  for (const socket of conversation.sockets) socket.send(frame);
  return stored;
}

export function after(conversation: Conversation, watermark: string | null) {
  const from = Number(watermark ?? 0);
  return { activities: conversation.activities.slice(from), watermark: String(conversation.activities.length) };
}
