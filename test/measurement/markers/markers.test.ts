import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/events/event.ts';
import { hitsIn } from '../../../src/measurement/markers/create-matcher.ts';
import { fieldsOf } from '../../../src/measurement/markers/fields-of.ts';
import type { Link, Pattern } from '../../../src/measurement/markers/marker.ts';
import { readMarkers } from '../../../src/measurement/markers/read-markers.ts';
import { asks, nobody, replies, says, states, step, tell, unmatched, wantsPerson } from '../story.ts';
import { naiveHits } from './naive.ts';

function seqsOf(text: string, events: readonly Event[]): readonly number[] {
  const { markers, problems } = readMarkers({ path: 'markers.yaml', text });
  expect(problems).toEqual([]);
  return hitsIn(markers, events).map(({ event }) => event.seq);
}

function problemsOf(text: string): readonly string[] {
  return readMarkers({ path: 'markers.yaml', text }).problems.map(
    ({ line, column, message, fix, code }) => `${line}:${column} ${message} (${fix}) [${code}]`,
  );
}

const one = (find: string) => `markers:\n  it:\n    find: ${find}\n`;
const ask = step('refund');

describe('a marker', () => {
  const events = tell([
    says(1),
    unmatched(),
    60,
    says(2),
    unmatched(),
    wantsPerson(),
    200,
    asks(ask, 'again'),
    nobody(),
    states('no'),
  ]);

  it('finds events by type, by who caused them and by their facts', () => {
    expect(seqsOf(one('{ event: message.unmatched }'), events)).toEqual([3, 5]);
    expect(seqsOf(one('{ event: message.unmatched, actor: customer }'), events)).toEqual([]);
    expect(seqsOf(one('{ event: question.asked, where: { reason: again, at.dialog: /^ref/ } }'), events)).toEqual([7]);
    expect(seqsOf(one('{ event: question.asked, where: { reason: [first, invalid] } }'), events)).toEqual([]);
  });

  it('finds any of several, all of several in any order, one after the other, and the n-th time', () => {
    expect(seqsOf(one('{ or: [{ event: human.requested }, { event: resolution.stated }] }'), events)).toEqual([6, 9]);
    expect(seqsOf(one('{ and: [{ event: human.requested }, { event: message.unmatched }] }'), events)).toEqual([6]);
    expect(seqsOf(one('{ sequence: [{ event: human.requested }, { event: message.unmatched }] }'), events)).toEqual([]);
    expect(seqsOf(one('{ sequence: [{ event: message.unmatched }, { event: human.requested }] }'), events)).toEqual([
      6,
    ]);
    expect(seqsOf(one('{ count: { event: message.unmatched }, times: 2 }'), events)).toEqual([5]);
  });

  it('finds what happens within a time, the end of it included', () => {
    const pair = (within: string) =>
      seqsOf(one(`{ count: { event: message.unmatched }, times: 2, within: ${within} }`), events);
    expect([pair('60s'), pair('59s')]).toEqual([[5], []]);
    const came = (within: string) =>
      seqsOf(
        one(`{ sequence: [{ event: human.requested }, { event: handoff.unavailable }], within: ${within} }`),
        events,
      );
    expect([came('200s'), came('199s')]).toEqual([[8], []]);
  });

  it('finds what does not happen: between two others, or beside others', () => {
    const between = (type: string) =>
      seqsOf(
        one(`{ sequence: [{ event: human.requested }, { not: { event: ${type} } }, { event: resolution.stated }] }`),
        events,
      );
    expect([between('handoff.accepted'), between('handoff.unavailable')]).toEqual([[9], []]);
    const beside = (type: string) =>
      seqsOf(one(`{ and: [{ event: resolution.stated }, { not: { event: ${type} } }] }`), events);
    expect([beside('goal.reached'), beside('human.requested')]).toEqual([[9], []]);
  });

  it('is used up by a hit: the next begins after it', () => {
    const four = tell([says(1), unmatched(), unmatched(), unmatched(), unmatched(), replies()]);
    expect(seqsOf(one('{ count: { event: message.unmatched }, times: 2 }'), four)).toEqual([4, 6]);
  });

  it('has its name, what it is about and its place', () => {
    const { markers } = readMarkers({
      path: 'markers.yaml',
      text: 'markers:\n  a: { find: { event: bot.said } }\n  b:\n    about: why\n    find: { event: bot.said }',
    });
    expect(markers.map(({ name, about, line }) => [name, about, line])).toEqual([
      ['a', null, 2],
      ['b', 'why', 3],
    ]);
  });
});

describe('a file of markers', () => {
  it('refuses what it does not know, with its place and the nearest name', () => {
    expect(problemsOf(one('{ event: message.unmached }'))).toEqual([
      expect.stringMatching(/^3:20 .*did you mean 'message.unmatched'\?/),
    ]);
    expect(problemsOf(one('{ event: question.asked, where: { reson: again } }'))).toEqual([
      "3:45 an event 'question.asked' has no 'reson' (did you mean 'reason'?) [MARKER_FIELD]",
    ]);
    expect(problemsOf(one('{ sequence: [{ event: bot.said }], within: soon }'))).toEqual([
      expect.stringContaining('3:'),
    ]);
    expect(problemsOf('markers:\n  it:\n    look: 1\n')[0]).toContain("'look' is not known here");
  });

  it('refuses a not that would hold always', () => {
    const places = [
      '{ not: { event: bot.said } }',
      '{ and: [{ not: { event: bot.said } }] }',
      '{ sequence: [{ event: bot.said }, { not: { event: bot.said } }] }',
      '{ count: { not: { event: bot.said } }, times: 2 }',
    ];
    for (const find of places) expect(problemsOf(one(find))).toEqual([expect.stringContaining('[MARKER_NOT]')]);
  });

  it('refuses patterns that may hang', () => {
    expect(problemsOf(one("{ event: dialog.left, where: { dialog: '/(a|a)*$/' } }"))).toEqual([
      expect.stringContaining('[MARKER_PATTERN]'),
    ]);
  });

  it('knows the fields of events', () => {
    expect(fieldsOf('question.asked')).toEqual(expect.arrayContaining(['reason', 'attempt', 'at.dialog', 'at.step']));
    expect(fieldsOf('message.unmatched')).toEqual(expect.arrayContaining(['attempt', 'at.dialog']));
    expect(fieldsOf('intent.recognised')).not.toContain('candidates');
  });
});

describe('whatever the pattern and the events', () => {
  const letters = ['bot.said', 'message.unclear', 'customer.thanked'] as const;
  const leaf = fc
    .constantFrom(...letters)
    .map((type): Pattern => ({ kind: 'event', fits: (event) => event.type === type }));
  const time = fc.option(
    fc.integer({ min: 0, max: 6 }).map((ms) => ms * 1000),
    { nil: null },
  );
  const { pattern } = fc.letrec<{ pattern: Pattern; link: Link }>((tie) => ({
    link: fc.record({ pattern: tie('pattern'), none: fc.array(tie('pattern'), { maxLength: 1 }) }),
    pattern: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      leaf,
      fc.record({ kind: fc.constant('or' as const), any: fc.array(tie('pattern'), { minLength: 1, maxLength: 2 }) }),
      fc.record({
        kind: fc.constant('and' as const),
        all: fc.array(tie('pattern'), { minLength: 1, maxLength: 2 }),
        none: fc.array(tie('pattern'), { maxLength: 1 }),
        withinMs: time,
      }),
      fc.record({
        kind: fc.constant('sequence' as const),
        links: fc.array(tie('link'), { minLength: 1, maxLength: 3 }),
        withinMs: time,
      }),
      fc.record({
        kind: fc.constant('count' as const),
        of: tie('pattern'),
        times: fc.integer({ min: 1, max: 3 }),
        withinMs: time,
      }),
    ),
  }));
  const bodies = {
    'bot.said': replies(),
    'message.unclear': { type: 'message.unclear', actor: 'bot', data: { candidates: 2, at: null } },
    'customer.thanked': { type: 'customer.thanked', actor: 'customer', data: {} },
  } as const;
  const story = fc
    .array(fc.tuple(fc.constantFrom(...letters), fc.integer({ min: 0, max: 3 })), { maxLength: 9 })
    .map((beats) => tell(beats.flatMap(([type, seconds]) => [seconds, bodies[type]])));

  it('watching finds what looking back over everything finds', () => {
    fc.assert(
      fc.property(pattern, story, (wanted, events) => {
        const found = hitsIn([{ name: 'it', about: null, line: 1, pattern: wanted }], events).map(
          ({ event }) => event.seq - 1,
        );
        expect(found).toEqual(naiveHits(wanted, events));
      }),
      { numRuns: 400 },
    );
  });
});
