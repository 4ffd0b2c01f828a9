/**
 * Random stories for properties: any order of the events a runtime states, sensible or not.
 */
import fc from 'fast-check';
import type { Draft, Event } from '../../src/events/event.ts';
import {
  asks,
  type Beat,
  enters,
  fails,
  handsOver,
  leaves,
  nobody,
  observes,
  opens,
  reaches,
  recognises,
  rephrases,
  replies,
  requests,
  says,
  states,
  step,
  succeeds,
  tell,
  unmatched,
  verifies,
  wantsPerson,
} from './story.ts';

const ask = step('refund', 'ask-order', 12);

/** Each of these is a burden, and nothing else. */
export const burdens: readonly Draft[] = [
  unmatched(ask),
  unmatched(),
  asks(ask, 'again'),
  asks(ask, 'invalid'),
  fails('a9', ask),
  { type: 'slot.corrected', actor: 'customer', data: { at: ask, dialog: 'refund', slot: 'order' } },
  { type: 'step.revisited', actor: 'bot', data: { at: ask, visit: 3 } },
  { type: 'turn.stranded', actor: 'system', data: { at: null } },
  { type: 'turn.halted', actor: 'system', data: { at: ask, steps: 200 } },
  { type: 'scope.refused', actor: 'bot', data: { at: ask, reason: 'late', owner: 'legal' } },
];

const others: readonly Draft[] = [
  replies(ask),
  replies({ dialog: 'answers', step: 'hours.ask', file: 'intents/a.yaml', line: 3 }),
  recognises('refund.wanted'),
  recognises(null),
  recognises('oos'),
  enters('refund', { goal: 'refund', owner: 'billing' }),
  enters('login', { by: 'call', from: ask, authenticates: true }),
  enters('on.help', { by: 'system' }),
  leaves('refund', 'cancelled'),
  leaves('refund'),
  leaves('login', 'failed'),
  asks(ask),
  asks(step('login', 'mail'), 'first', 'mail'),
  requests('a1', 'do', ask),
  requests('v1', 'verify'),
  succeeds('a1'),
  succeeds('v1'),
  fails('v1'),
  reaches('refund', ask, true),
  { type: 'goal.failed', actor: 'bot', data: { at: null, goal: 'refund' } },
  verifies('refund', true),
  verifies('refund', false),
  states('yes'),
  states('no'),
  wantsPerson(),
  handsOver(ask, 'dialog'),
  nobody(),
  { type: 'handoff.queued', actor: 'system', data: { handoff: 'h1', team: null, position: 2, waitSeconds: 60 } },
  { type: 'handoff.accepted', actor: 'agent', data: { handoff: 'h1', agent: 'ann' } },
  { type: 'handoff.lost', actor: 'system', data: { handoff: 'h1', agent: 'ann' } },
  { type: 'handoff.left', actor: 'customer', data: { handoff: 'h1' } },
  { type: 'handoff.returned', actor: 'agent', data: { handoff: 'h1', agent: 'ann' } },
  {
    type: 'agent.said',
    actor: 'agent',
    data: { handoff: 'h1', agent: 'ann', characters: 2 },
    words: { text: 'Hi', name: 'Ann' },
  },
  observes(40),
  opens('c1/1'),
  { type: 'case.silent', actor: 'system', data: { case: 'c1/1', afterMs: 1 } },
  { type: 'case.matured', actor: 'system', data: { case: 'c1/1' } },
  { type: 'conversation.ended', actor: 'bot', data: { by: 'bot' } },
];

const said = fc.constant('says' as const);
const pause = fc.integer({ min: 1, max: 400 });

/** @param more drafts beside the common ones */
export function anyBeats(more: readonly Draft[] = []): fc.Arbitrary<readonly Beat[]> {
  const beat = fc.oneof(
    { weight: 3, arbitrary: said },
    { weight: 1, arbitrary: pause },
    { weight: 10, arbitrary: fc.constantFrom(...others, ...burdens, ...more) },
  );
  return fc.array(beat, { maxLength: 40 }).map(numbered);
}

export function anyStory(): fc.Arbitrary<readonly Event[]> {
  return fc
    .tuple(anyBeats([rephrases(0.7, 1), opens('c1/2')]), fc.constantFrom('web', 'telegram'))
    .map(([beats, channel]) => tell(beats, { channel }));
}

function numbered(beats: readonly (Beat | 'says')[]): readonly Beat[] {
  let turn = 0;
  return beats.map((beat) => (beat === 'says' ? says(++turn) : beat));
}
