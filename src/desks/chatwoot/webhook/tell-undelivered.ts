import type { DeskHost } from '../../contract/outside-desk.ts';
import { readPlace } from '../../contract/place-of.ts';
import type { ChatwootApi } from '../create-api.ts';
import { privateNote } from '../private-note.ts';

type Ports = { readonly host: Pick<DeskHost, 'store'>; readonly api: Pick<ChatwootApi, 'agent'> };
type Undelivered = { readonly key: string; readonly number: number; readonly text: string };

/**
 * An agent who writes after the conversation has ended is told that the customer does not read it. A repetition of what was delivered before is none of
 * that.
 */
export async function tellUndelivered({ host, api }: Ports, { key, number, text }: Undelivered): Promise<void> {
  const { conversation = '', handoff = '' } = readPlace(key) ?? {};
  const events = await host.store.events(conversation, { after: 0 });
  const isKnown = events.some(
    (event) => event.type === 'agent.said' && event.data.handoff === handoff && event.words?.text === text,
  );
  if (isKnown || events.length === 0) return;
  const note = 'Your message was not delivered: this conversation has ended, and the customer is with the bot again.';
  void api.agent(`/conversations/${number}/messages`, privateNote(note));
}
