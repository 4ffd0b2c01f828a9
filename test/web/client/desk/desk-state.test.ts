import { describe, expect, it } from 'vitest';
import {
  type Change,
  type DeskState,
  nothingYet,
  reduce,
  talkOf,
} from '../../../../src/web/client/desk/model/desk-state.ts';

const id = 'c1';

function reached(...changes: readonly Change[]): DeskState {
  return changes.reduce(reduce, nothingYet);
}

function sending(key: string, text: string, isNote = false): Change {
  return { kind: 'sending', id, pending: { key, text, isNote, seq: undefined, problem: '' } };
}

function line(seq: number, text: string, who: 'agent' | 'note' | 'customer' = 'agent'): Change {
  return { kind: 'line', id, isSeen: true, line: { at: '', seq, who, name: 'Ana', text, files: [] } };
}

const shown = (state: DeskState) => {
  const { lines, pending } = talkOf(state, id);
  return [...lines.map(({ text }) => text), ...pending.map(({ text }) => `${text} (pending)`)];
};

describe('what an agent has sent', () => {
  it('is shown once, whichever comes first: the line or the answer to the request', () => {
    expect(shown(reached(sending('k', 'Hello'), line(7, 'Hello')))).toEqual(['Hello']);
    expect(shown(reached(sending('k', 'Hello'), { kind: 'sent', id, key: 'k', seq: 7 }))).toEqual(['Hello (pending)']);
    const both = reached(sending('k', 'Hello'), line(7, 'Hello'), { kind: 'sent', id, key: 'k', seq: 7 });
    expect(shown(both)).toEqual(['Hello']);
  });

  it('is shown as often as it was said', () => {
    const twice = reached(sending('k', 'ok'), sending('l', 'ok'), line(7, 'ok'));
    expect(shown(twice)).toEqual(['ok', 'ok (pending)']);
    expect(shown(reduce(twice, line(8, 'ok')))).toEqual(['ok', 'ok']);
  });

  it('is not taken for what the customer says, nor a note for a message', () => {
    expect(shown(reached(sending('k', 'ok'), line(7, 'ok', 'customer')))).toEqual(['ok', 'ok (pending)']);
    expect(shown(reached(sending('k', 'ok', true), line(7, 'ok')))).toEqual(['ok', 'ok (pending)']);
    expect(shown(reached(sending('k', 'ok', true), line(7, 'ok', 'note')))).toEqual(['ok']);
  });
});
