/**
 * What deciding one input costs, in the pure core alone: a conversation of the sample's refund dialog, played again and again, in a conversation that is new
 * and in one that is a thousand turns old.
 */
import { compileBot } from '../../src/dialogs/compile/compile-bot.ts';
import { evolve } from '../../src/dialogs/evolve/evolve.ts';
import type { Input } from '../../src/dialogs/input.ts';
import type { Program } from '../../src/dialogs/program.ts';
import { initialState, type State } from '../../src/dialogs/state.ts';
import { step } from '../../src/dialogs/step/step.ts';
import type { Understood } from '../../src/events/understood.ts';
import type { Benchmark, BenchResult } from '../result.ts';

export const stepBenchmark: Benchmark = {
  name: 'step',
  async measure() {
    const program = compile();
    play(program, { conversation: 'warm', rounds: 2_000 });
    const young = Array.from({ length: 200 }, (_, n) => play(program, { conversation: `new ${n}`, rounds: 10 })).flat();
    const old = play(program, { conversation: 'old', rounds: 3_000 }).slice(-10_000);
    return [result('step', young), result('step.old', old)];
  },
};

/** Intents and values of the sentences below, as a classifier would give them. */
const sentences: readonly (readonly [string, string | null])[] = [
  ['I want my money back', 'refund'],
  ['12345678 and my postcode is 10115', null],
  ['no, 87654321', null],
  ['hmm', null],
  ['when are you open', 'hours'],
  ['yes', null],
];

const dialogs = `
dialog: refund
about: get money back
start: { intents: [refund] }
goal: { name: refund }
slots:
  order_number: { type: order_number, ask: Which order?, again: [The number please.], check: { do: exists, with: { number: order_number } } }
  postcode: { type: postcode, ask: Which postcode? }
steps:
  - ask: order_number
  - ask: postcode
  - do: refundable
    with: { number: order_number }
    save: refund
  - if: refund.allowed && refund.amount > 0
    then:
      - confirm: Shall I send {refund.amount, number, ::currency/EUR} back for order {order_number}?
      - do: pay
        with: { number: order_number }
      - goal: reached
      - say: [Done. It arrives within three days., Done.]
    else:
      - say: That is too late.
`;

function compile(): Program {
  const where = { file: 'intents/bench.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const answer = { texts: ['All day.'], buttons: [], about: null, isSmallTalk: false, where };
  const spec = { timeoutMs: 1, retries: 0, safe: true, idempotent: true };
  const { program, problems } = compileBot([{ path: 'dialogs/bench.yaml', text: dialogs }], {
    intents: new Map([
      ['refund', where],
      ['hours', where],
    ]),
    answers: new Map([['hours', answer]]),
    entities: new Set(['order_number', 'postcode']),
    actions: new Map(['exists', 'refundable', 'pay'].map((name) => [name, { name, ...spec }])),
  });
  if (!program) throw new Error(JSON.stringify(problems));
  return program;
}

type Playing = { readonly conversation: string; readonly rounds: number };

/** Microseconds of every input. */
function play(program: Program, { conversation, rounds }: Playing): readonly number[] {
  const micros: number[] = [];
  let state = initialState(conversation);
  let at = 0;
  const take = (input: Input): void => {
    const begun = performance.now();
    const drafts = step(program, state, input);
    micros.push((performance.now() - begun) * 1000);
    for (const draft of drafts) state = evolve(state, { ...draft, at });
    if (state.pending) take(answerTo(state, ++at));
  };
  take({ kind: 'opened', at, random: 0.5, conversation, customer: 'k', channel: 'web', entryPoint: 'x', locale: 'en' });
  for (let round = 0; round < rounds; round++) for (const sentence of sentences) take(message(sentence, ++at));
  return micros;
}

function answerTo({ pending }: State, at: number): Input {
  const output = pending?.action === 'refundable' ? { allowed: true, amount: 20 } : true;
  return {
    kind: 'action',
    at,
    random: 0.5,
    request: pending?.request ?? '',
    durationMs: 1,
    result: { ok: true, output },
  };
}

function message([text, accepted]: readonly [string, string | null], at: number): Input {
  const candidates = accepted === null ? [{ intent: 'hours', score: 0.05 }] : [{ intent: accepted, score: 0.95 }];
  const entities = [...text.matchAll(/\b(?:\d{8}|\d{5})\b/g)].map((found) => ({
    type: found[0].length === 8 ? 'order_number' : 'postcode',
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
    value: found[0],
  }));
  const understood: Understood = { model: 'bench', threshold: 0.5, accepted, candidates, entities };
  return { kind: 'message', at, random: 0.5, messages: [{ input: String(at), via: 'text', text }], understood };
}

function result(name: string, micros: readonly number[]): BenchResult {
  const sorted = micros.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const milliseconds = (value: number): number => Math.round(value) / 1000;
  return {
    name,
    unit: 'µs median',
    value: Math.round(at(0.5) * 10) / 10,
    p50Ms: milliseconds(at(0.5)),
    p99Ms: milliseconds(at(0.99)),
    goal: 'median ≤ 30 µs, p99 ≤ 300 µs, however old the conversation',
  };
}
