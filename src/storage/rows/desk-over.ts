/** The desk over the statements that both engines share. */
import type { DeskStore, HandoffRow, PresenceRow } from '../../runtime/ports/desk.ts';
import { unreadable } from '../codec/unreadable.ts';
import type { Run } from './accounts-over.ts';
import { integerOf, optionalTextOf, type Row, textOf } from './column.ts';

export function deskOver({ ask, write }: { readonly ask: Run; readonly write: Run }): DeskStore {
  return {
    handoffs: async () => (await ask('handoffs')).rows.map(handoffOf),
    async setPresence({ agent, name, team, state, seenAt }) {
      await write('setPresence', agent, name, team, state, seenAt);
    },
    reach: async (agent, { now, until }) => (await write('reach', until, agent, now)).changes > 0,
    async letGo(agent, until) {
      await write('letGo', agent, until);
    },
    presences: async (after) => (await ask('presences', after)).rows.map(presenceOf).toSorted(byAgent),
  };
}

function byAgent(a: PresenceRow, b: PresenceRow): number {
  return a.agent < b.agent ? -1 : 1;
}

function handoffOf(row: Row): HandoffRow {
  return {
    conversation: textOf(row, 'conversation'),
    handoff: textOf(row, 'handoff'),
    team: optionalTextOf(row, 'team'),
    reason: textOf(row, 'reason'),
    since: integerOf(row, 'since'),
    agent: optionalTextOf(row, 'agent'),
    version: integerOf(row, 'version'),
    meantFor: optionalTextOf(row, 'meant_for'),
    offered: optionalTextOf(row, 'offered'),
  };
}

function presenceOf(row: Row): PresenceRow {
  const state = textOf(row, 'state');
  if (state !== 'online' && state !== 'away') throw unreadable("column 'state'", `'${state}' is none`);
  return {
    agent: textOf(row, 'agent'),
    name: textOf(row, 'name'),
    team: optionalTextOf(row, 'team'),
    state,
    seenAt: integerOf(row, 'seen_at'),
  };
}
