/**
 * How fast facts are made of events, on one core: the fold alone, over conversations as the sample bot has them, and with the facts written as JSON after
 * every turn, as the projector does, in a conversation that is new and in one that is a thousand turns old.
 */
import { performance } from 'node:perf_hooks';
import type { Event } from '../../src/events/event.ts';
import { published } from '../../src/measurement/constants/measures.ts';
import {
  type ConversationFold,
  foldConversation,
  readConversation,
  startConversation,
} from '../../src/measurement/fold-conversation.ts';
import { canonicalJson } from '../../src/reports/facts/canonical-json.ts';
import type { Benchmark, BenchResult } from '../result.ts';
import { conversation } from './conversation.ts';

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
