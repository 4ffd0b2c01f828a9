/**
 * How fast facts are made of events, on one core: the fold alone, over conversations as the sample bot has them, and with the facts written as JSON after
 * every turn, as the projector does, in a conversation that is new and in one that is a thousand turns old.
 */
import { performance } from 'node:perf_hooks';
import type { Draft, Event } from '../../src/events/event.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import {
  type ConversationFold,
  foldConversation,
  readConversation,
  startConversation,
} from '../../src/measurement/fold-conversation.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import type { Benchmark, BenchResult } from '../result.ts';

export const foldBenchmark: Benchmark = {
  name: 'fold',
  async measure() {
    const conversations = Array.from({ length: 2_000 }, (_, n) => conversation(`c${n}`, 6));
    folding(conversations);
    const events = folding(conversations);
    return [events, writing('facts.young', 10, 300), writing('facts.old', 2_000, 1)];
  },
};

function folding(conversations: readonly (readonly Event[])[]): BenchResult {
  const count = conversations.reduce((sum, events) => sum + events.length, 0);
  // its own time: others work on this machine
  const from = process.threadCpuUsage();
  for (const events of conversations) foldConversation(published, startConversation, events);
  const { user, system } = process.threadCpuUsage(from);
  const seconds = (user + system) / 1e6;
  return { name: 'fold', unit: 'events/s', value: Math.round(count / seconds), goal: 'at least 300,000 on one core' };
}

/** Facts written after each turn; of a long conversation the last turns only. */
function writing(name: string, turns: number, repeats: number): BenchResult {
  const samples: number[] = [];
  for (let n = 0; n < repeats; n++) {
    const events = conversation('c', turns);
    let fold: ConversationFold = startConversation;
    for (const [turn, ofTurn] of Map.groupBy(events, (event) => event.turn)) {
      const from = performance.now();
      fold = foldConversation(published, fold, ofTurn);
      readConversation(published, 'c', fold).map(canonicalJson);
      if (turn > turns / 2) samples.push(performance.now() - from);
    }
  }
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { name, unit: 'µs/turn', value: Math.round(1000 * at(0.5)), p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** A customer who is not always understood: about ten events a turn. */
function conversation(id: string, turns: number): readonly Event[] {
  const drafts = [opening, ...Array.from({ length: turns }, (_, n) => turnOf(id, n + 1))].flat();
  let turn = 0;
  return drafts.map((draft, index) => {
    if (draft.type === 'customer.said') turn = draft.data.turn;
    const place = { conversation: id, seq: index + 1, at: 1_772_442_000_000 + turn * 20_000, turn, v: 1 };
    return { ...draft, ...place, case: turn === 0 ? null : `${id}/1` };
  });
}

const at = { dialog: 'refund', step: 'ask', file: 'dialogs/refund.yaml', line: 12 };
const opening: readonly Draft[] = [
  {
    type: 'conversation.started',
    actor: 'system',
    data: {
      customer: 'k',
      channel: 'web',
      entryPoint: 'default',
      touchpoint: 'web:default',
      program: 'p',
      locale: 'en',
    },
  },
  { type: 'bot.said', actor: 'bot', data: { at: null, choices: 0, expectsInput: false } },
];

function turnOf(id: string, turn: number): readonly Draft[] {
  return [
    { type: 'customer.said', actor: 'customer', data: { input: `m${turn}`, via: 'text', turn, characters: 20 } },
    {
      type: 'intent.recognised',
      actor: 'bot',
      data: {
        model: 'm',
        threshold: 0.5,
        accepted: 'refund.request',
        candidates: [{ intent: 'refund.request', score: 0.9 }],
      },
    },
    ...(turn === 1 ? begun(id) : []),
    { type: 'question.closed', actor: 'bot', data: { at, how: 'answered' } },
    {
      type: 'slot.filled',
      actor: 'bot',
      data: { dialog: 'refund', slot: `s${turn % 5}`, type: 'text', from: 'answer', shared: false, valid: true },
    },
    ...(turn % 3 === 0 ? [{ type: 'message.unmatched', actor: 'bot', data: { attempt: 1, at } } as const] : []),
    {
      type: 'action.requested',
      actor: 'bot',
      data: { request: `a${turn}`, action: 'find', at, purpose: 'do', goal: null, slot: null },
    },
    { type: 'action.succeeded', actor: 'system', data: { request: `a${turn}`, action: 'find', durationMs: 20 } },
    { type: 'bot.said', actor: 'bot', data: { at, choices: 0, expectsInput: false } },
    {
      type: 'question.asked',
      actor: 'bot',
      data: { at, kind: 'slot', slot: `s${turn % 5}`, attempt: 1, reason: 'first' },
    },
    { type: 'message.observed', actor: 'system', data: { detector: 'words/v1', words: 4 } },
  ];
}

function begun(id: string): readonly Draft[] {
  return [
    { type: 'case.opened', actor: 'system', data: { case: `${id}/1`, intent: 'refund.request' } },
    {
      type: 'dialog.entered',
      actor: 'bot',
      data: {
        dialog: 'refund',
        file: at.file,
        line: 1,
        stage: null,
        owner: null,
        by: 'intent',
        intent: 'refund.request',
        from: null,
        goal: 'refund',
        expect: null,
        slots: 5,
        authenticates: false,
      },
    },
  ];
}
