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

export type Remembered = Pick<ChatState, 'session' | 'outbox' | 'seenId' | 'isOpen' | 'hasSound'>;

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
    hasSound: kept['hasSound'] === true,
  };
}

/**
 * Writes down each change, and takes in what other tabs of the browser wrote; the returned function ends it. What another tab has yet to send stays
 * written down until that tab has sent it.
 */
export function keepRemembered(store: Store<ChatState, Change>, memory: Memory, key: string): () => void {
  const own = new Set<string>();
  let written = '';
  const unlisten = store.listen(() => {
    const { session, outbox, seenId, isOpen, hasSound } = store.get();
    // a file cannot be written down
    const kept = outbox.filter(({ file }) => !file);
    for (const { clientId } of outbox) own.add(clientId);
    const text = JSON.stringify({ session, outbox: kept, seenId, isOpen, hasSound });
    if (text === written) return;
    written = text;
    const others = recall(memory, key).outbox.filter(({ clientId }) => !own.has(clientId));
    const isWorthIt = session || hasSound || kept.length + others.length > 0;
    memory.write(
      key,
      isWorthIt ? JSON.stringify({ session, outbox: [...kept, ...others], seenId, isOpen, hasSound }) : null,
    );
  });
  const unwatch = memory.onChange(key, () => store.change({ type: 'elsewhere', ...recall(memory, key) }));
  return () => {
    unlisten();
    unwatch();
  };
}

function readSession(value: unknown): Session | undefined {
  const kept = fieldsOf(value);
  const [conversationId, token, userId] = [
    textOf(kept['conversationId']),
    textOf(kept['token']),
    textOf(kept['userId']),
  ];
  if (!conversationId || !token || !userId) return undefined;
  return { conversationId, token, userId, renewAt: numberOf(kept['renewAt']) ?? 0, signed: textOf(kept['signed']) };
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
