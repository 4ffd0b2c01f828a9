import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';
import { actors, eventBody } from '../../src/events/event.ts';
import { parseEvent } from '../../src/events/event-codec.ts';
import { versionOf } from '../../src/events/version-of.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const types = eventBody.options.map((option) => ({ type: option.shape.type.value, option }));

const envelope = {
  conversation: 'c-1',
  seq: 3,
  at: 1_700_000_000_000,
  turn: 2,
  case: null,
  actor: 'bot',
  v: 1,
} as const;
const ended = { ...envelope, type: 'conversation.ended', data: { by: 'bot' } } as const;
const said = {
  ...envelope,
  type: 'bot.said',
  data: { at: null, choices: 0, expectsInput: false },
  words: { text: 'Hello' },
} as const;

describe('an event that is written and read again', () => {
  it.each(types)('$type comes back as it was', ({ type, option }) => {
    const sealed = {
      seq: fc.integer({ min: 1 }),
      turn: fc.nat(),
      at: fc.integer({ min: 0 }),
      actor: fc.constantFrom(...actors),
    };
    const event = fc.tuple(arbitraryOf(option), fc.record(sealed)).map(([body, place]) => {
      return { ...z.record(z.string(), z.unknown()).parse(body), ...envelope, ...place, v: versionOf(type) };
    });
    fc.assert(
      fc.property(event, (one) => {
        expect(parseEvent(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its facts when its words have been erased', () => {
    const { words: _, ...erased } = said;
    expect(parseEvent(erased)).toEqual(erased);
  });

  it('is named noun.past', () => {
    for (const { type } of types) expect(type).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
  });

  it('has a type of its own', () => {
    expect(new Set(types.map(({ type }) => type)).size).toBe(types.length);
  });
});

describe('an event that is malformed', () => {
  const broken = [
    { what: 'an unknown fact', raw: { ...ended, data: { by: 'bot', mood: 'fine' } }, at: 'data' },
    { what: 'unknown words', raw: { ...said, words: { text: 'Hello', tone: 'warm' } }, at: 'words' },
    { what: 'words where the type has none that it knows', raw: { ...said, words: { txt: 'Hello' } }, at: 'words' },
    { what: 'a missing fact', raw: { ...ended, data: {} }, at: 'data.by' },
    { what: 'a wrong value', raw: { ...ended, data: { by: 'nobody' } }, at: 'data.by' },
    { what: 'an unknown type', raw: { ...ended, type: 'weather.changed' }, at: 'type' },
    { what: 'an unknown actor', raw: { ...ended, actor: 'ghost' }, at: 'actor' },
    { what: 'a sequence number below 1', raw: { ...ended, seq: 0 }, at: 'seq' },
    { what: 'no conversation', raw: { ...ended, conversation: '' }, at: 'conversation' },
    { what: 'no object at all', raw: 'conversation.ended', at: '' },
  ];

  it.each(broken)('with $what is refused, naming the field', ({ raw, at }) => {
    expect(refusal(raw)).toMatchObject({
      code: 'EVENT_INVALID',
      message: expect.stringContaining(`'${at}`),
      fix: expect.any(String),
    });
  });
});

function refusal(raw: unknown): unknown {
  try {
    return parseEvent(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(TouchpointError);
    return error;
  }
}
