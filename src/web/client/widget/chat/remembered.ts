/**
 * What a browser keeps of a conversation over reloads: the right to it, what was not sent, and what was seen. The words that were exchanged stay
 * with the server and are fetched again.
 */
import { fieldsIn, fieldsOf, listOf, numberOf, textOf } from '../../json/fields.ts';
import type { Session } from '../directline/direct-line.ts';
import type { Memory } from '../ports.ts';
import type { ChatState, Outgoing } from './chat-state.ts';
import type { Change } from './reduce.ts';
import type { Store } from './store.ts';

export type Remembered = Pick<ChatState, 'session' | 'outbox' | 'seenId' | 'isOpen'>;

/** Of another form, or none: nothing is remembered. */
export function recall(memory: Memory, key: string): Remembered {
  const kept = fieldsIn(memory.read(key) ?? '');
  return {
    session: readSession(kept['session']),
    outbox: listOf(kept['outbox'])
      .map(readOutgoing)
      .filter(({ clientId, text }) => clientId && text),
    seenId: textOf(kept['seenId']),
    isOpen: kept['isOpen'] === true,
  };
}

/** Writes down each change; the returned function ends it. */
export function keepRemembered(store: Store<ChatState, Change>, memory: Memory, key: string): () => void {
  let written = '';
  return store.listen(() => {
    const { session, outbox, seenId, isOpen } = store.get();
    const isWorthIt = session !== undefined || outbox.length > 0;
    const text = isWorthIt ? JSON.stringify({ session, outbox, seenId, isOpen }) : '';
    if (text !== written) memory.write(key, text || null);
    written = text;
  });
}

function readSession(value: unknown): Session | undefined {
  const kept = fieldsOf(value);
  const [conversationId, token, userId] = [
    textOf(kept['conversationId']),
    textOf(kept['token']),
    textOf(kept['userId']),
  ];
  if (!conversationId || !token || !userId) return undefined;
  return { conversationId, token, userId, renewAt: numberOf(kept['renewAt']) ?? 0 };
}

/** Whether a message that was on its way arrived is not known: it goes again under its old id, and the server knows it by that. */
function readOutgoing(value: unknown): Outgoing {
  const kept = fieldsOf(value);
  const state = kept['state'] === 'failed' ? 'failed' : 'waiting';
  return {
    clientId: textOf(kept['clientId']),
    text: textOf(kept['text']),
    label: textOf(kept['label']),
    at: numberOf(kept['at']) ?? 0,
    state,
  };
}
