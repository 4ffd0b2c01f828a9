/**
 * An agent's order is a turn. What it asks is looked at on the very state it is committed on, so that of two agents who take one conversation exactly one
 * gets it, in whichever processes they are.
 */
import { type DeskRefusal, refusalOf } from '../../dialogs/desk-act.ts';
import { type DeskItem, inboxRow, type MessageItem } from './item.ts';
import { type BatchPorts, givenNow, tryTurn } from './try-turn.ts';

export async function handleOrder(ports: BatchPorts, conversation: string, item: DeskItem): Promise<void> {
  const { act, settle } = item;
  let refused: DeskRefusal | undefined;
  try {
    const end = await tryTurn(ports, {
      conversation,
      isAwaited: false,
      prepare: async ({ live }) => {
        const given = givenNow(ports, live);
        refused = refusalOf(live.state, act, given.at);
        if (refused) return undefined;
        return { taken: [onceOnly(ports, conversation, item)], input: { kind: 'desk', act, ...given } };
      },
    });
    if (end === 'unknown') return settle.resolve({ status: 'unknown' });
    if (end === undefined) return settle.resolve({ status: 'refused', why: refused ?? 'gone' });
    const live = end.status === 'committed' ? end.live : await ports.lives.get(conversation);
    const place = { version: live?.state.handoff?.version ?? 0, seq: live?.head.seq ?? 0 };
    settle.resolve({ status: end.status === 'committed' ? 'done' : 'duplicate', ...place });
  } catch (error) {
    settle.reject(error);
  }
}

/** An order stands in the inbox as a message without words does, so that the same one counts once. */
function onceOnly(ports: BatchPorts, conversation: string, { id }: DeskItem): MessageItem {
  const told = { channel: 'desk', account: '', providerId: id, conversation, via: 'text', text: '' } as const;
  const row = inboxRow({ ...told, receivedAt: ports.clock.now() });
  return { kind: 'message', row, isStored: false, settle: { resolve: nothing, reject: nothing } };
}

function nothing(): void {}
