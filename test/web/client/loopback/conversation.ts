/** A conversation as the loopback server keeps it: activities in order, and the sockets that want to hear of them. */
import type { WebSocket } from 'ws';

export type Fields = Readonly<Record<string, unknown>>;

/** An activity of the bot; what is missing is a message from the bot. */
export type Reply = Fields & { readonly type?: 'message' | 'typing' | 'event'; readonly text?: string };

export type Conversation = {
  readonly id: string;
  readonly user: string;
  readonly activities: (Fields & { readonly id: string })[];
  readonly sockets: Set<WebSocket>;
  isStarted: boolean;
};

/** Stores it and sends it to every socket; typing is sent and not stored, as nobody needs it later. */
export function add(conversation: Conversation, activity: Fields): void {
  const id = `${conversation.id}|${String(conversation.activities.length).padStart(7, '0')}`;
  const stored = { timestamp: new Date().toISOString(), conversation: { id: conversation.id }, id, ...activity };
  if (activity['type'] !== 'typing') conversation.activities.push(stored);
  const frame = JSON.stringify({ activities: [stored], watermark: String(conversation.activities.length) });
  for (const socket of conversation.sockets) socket.send(frame);
}

export function speak(conversation: Conversation, reply: Reply): void {
  add(conversation, { type: 'message', from: { id: 'bot', name: 'Oakmere', role: 'bot' }, ...reply });
}

export function after(conversation: Conversation, watermark: string | null) {
  const from = Number(watermark ?? 0);
  return { activities: conversation.activities.slice(from), watermark: String(conversation.activities.length) };
}

/** The conversation an address speaks of. */
export function conversationIn(conversations: ReadonlyMap<string, Conversation>, url = ''): Conversation | undefined {
  return conversations.get(/conversations\/(\w+)/.exec(url)?.[1] ?? '');
}
