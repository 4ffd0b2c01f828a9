import { expect, test } from 'vitest';
import { addPace, noPaces } from '../../src/escalation/paces.ts';
import type { Draft, Event } from '../../src/events/event.ts';

const event = (draft: Draft, at: number, conversation = 'c'): Event => ({
  ...draft,
  conversation,
  seq: 1,
  at,
  turn: 1,
  case: null,
  v: 1,
});
const handoff = 'h1';
const agent = 'a';
const queued: Draft = {
  type: 'handoff.queued',
  actor: 'system',
  data: { handoff, team: null, position: 1, waitSeconds: null },
};
const accepted: Draft = { type: 'handoff.accepted', actor: 'agent', data: { handoff, agent } };
const closed: Draft = {
  type: 'handoff.closed',
  actor: 'agent',
  data: { handoff, disposition: 'done', solved: 'yes' },
};

test('from the wish to the first person, and from there to the end, in seconds', () => {
  const all = [event(queued, 0), event(accepted, 20_000), event(accepted, 60_000), event(closed, 320_000)];
  expect(all.reduce(addPace, noPaces)).toEqual({ accept: [20], handle: [300], open: {} });
});

test('who leaves, and who was never seen to ask, teaches nothing', () => {
  const left: Draft = { type: 'handoff.left', actor: 'customer', data: { handoff } };
  const all = [event(queued, 0), event(left, 9_000), event(accepted, 9_000, 'other'), event(closed, 10_000, 'other')];
  expect(all.reduce(addPace, noPaces)).toEqual(noPaces);
});

test('only the last fifty count', () => {
  const many = Array.from({ length: 60 }, (_, n) => [event(queued, 0, `c${n}`), event(accepted, n * 1_000, `c${n}`)]);
  expect(many.flat().reduce(addPace, noPaces).accept).toEqual(Array.from({ length: 50 }, (_, n) => n + 10));
});
