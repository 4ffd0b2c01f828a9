import { readPlace } from '../../contract/place-of.ts';
import { privateNote } from '../private-note.ts';
import type { Hook } from './create-webhook.ts';

type Undelivered = { readonly key: string; readonly number: number; readonly text: string };

/**
 * An agent who writes after the conversation has ended is told that the customer does not read it. A repetition of what was delivered before is none of
 * that.
 */
export async function tellUndelivered(
  { host, api }: Pick<Hook, 'host' | 'api'>,
  { key, number, text }: Undelivered,
): Promise<void> {
  const { conversation = '', handoff = '' } = readPlace(key) ?? {};
  const events = await host.store.events(conversation, { after: 0 });
  const isKnown = events.some(
    (event) => event.type === 'agent.said' && event.data.handoff === handoff && event.words?.text === text,
  );
  if (isKnown || events.length === 0) return;
  const note = 'Your message was not delivered: this conversation has ended, and the customer is with the bot again.';
  void api.agent(`/conversations/${number}/messages`, privateNote(note));
}
