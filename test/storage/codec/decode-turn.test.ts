import { expect, test } from 'vitest';
import { decodeTurn, type StoredTurn } from '../../../src/storage/codec/decode-turn.ts';
import { encodeTurn } from '../../../src/storage/codec/encode-turn.ts';
import { sealed, turn } from '../samples.ts';

const stored = (): StoredTurn => {
  const encoded = encodeTurn('c1', turn('c1', 3), 4);
  if (!encoded) throw new Error('a turn with events is encoded');
  return { conversation: 'c1', ...encoded };
};

const withFirst = (change: object): StoredTurn => {
  const facts = JSON.parse(stored().facts);
  return { ...stored(), facts: JSON.stringify([{ ...facts[0], ...change }, facts[1]]) };
};

test('what is encoded is decoded to the same events', () => {
  expect(decodeTurn(stored())).toEqual(turn('c1', 3));
});

test('an event whose time, turn or case differ from those of the last keeps its own', () => {
  const [first, ...rest] = turn('c1', 3);
  if (!first) throw new Error('a turn has events');
  const events = [{ ...first, at: first.at - 5, turn: 1, case: 'other' }, ...rest];
  const encoded = encodeTurn('c1', events, 4);
  expect(encoded && decodeTurn({ conversation: 'c1', ...encoded })).toEqual(events);
});

test('no word is among the facts', () => {
  expect(stored().facts).not.toMatch(/wörds|answer/);
  expect(stored().words).toMatch(/wörds 3.*answer 3/);
});

test('events without words come back without any', () => {
  expect(decodeTurn({ ...stored(), words: null }).every((event) => !('words' in event))).toBe(true);
});

test('a turn in which nobody said anything has no words to erase', () => {
  const quiet = sealed('c1', 1, [{ type: 'timer.cleared', actor: 'system', data: { timer: 't1' } }]);
  expect(encodeTurn('c1', quiet, 0)?.words).toBeNull();
  expect(encodeTurn('c1', [], 0)).toBeUndefined();
});

test('an event of an older version is lifted with its words', () => {
  const lifts = {
    'customer.said': {
      0: (body: object) => ({ ...body, data: { lifted: true, words: 'words' in body && body.words } }),
    },
  };
  const [event] = decodeTurn(withFirst({ v: 0 }), lifts);
  expect(event).toMatchObject({ v: 1, seq: 5, data: { lifted: true, words: { text: 'wörds 3 🙂' } } });
});

test.each([
  ['a later version of a type', { v: 99 }],
  ['a type nobody knows here', { type: 'moon.landed' }],
])('an event of a newer version is not guessed at: %s', (_, change) => {
  expect(() => decodeTurn(withFirst(change))).toThrow(expect.objectContaining({ code: 'STORE_NEWER' }));
});

test.each<[string, StoredTurn, RegExp]>([
  ['no JSON', { ...stored(), facts: '[{' }, /turn 5–6 of conversation 'c1'/],
  ['no list', { ...stored(), facts: '{}' }, /turn 5–6.*list/],
  ['an event lost', { ...stored(), lastSeq: 7 }, /2 events instead of 3/],
  ['an event without facts', withFirst({ data: null }), /event 5 of conversation 'c1'/],
  ['an event without time', withFirst({ at: 'noon' }), /event 5.*envelope/],
  ['an event of a case that is none', withFirst({ case: 7 }), /event 5.*envelope/],
  ['words that are none', { ...stored(), words: '[]' }, /said in turn 5–6/],
])('a damaged turn is refused and named: %s', (_, damaged, message) => {
  const error = expect.objectContaining({ code: 'STORE_FAILED', message: expect.stringMatching(message) });
  expect(() => decodeTurn(damaged)).toThrow(error);
});
