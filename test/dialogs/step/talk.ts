/**
 * A conversation with a bot written as YAML in a test: pure, without runtime, store or classifier. Intents are recognised by their marks (`#refund`, several of them),
 * the language by `@de`, a wish for one by `?de`, order numbers by their eight digits; actions answer as the test says.
 */
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { evolve } from '../../../src/dialogs/evolve/evolve.ts';
import type { ActionResult, Input, Message } from '../../../src/dialogs/input.ts';
import type { ActionSpec, Program } from '../../../src/dialogs/program.ts';
import { initialState, type State } from '../../../src/dialogs/state.ts';
import { step } from '../../../src/dialogs/step/step.ts';
import type { Draft, EventType } from '../../../src/events/event.ts';
import type { Understood, Value } from '../../../src/events/understood.ts';

const where = { file: 'intents/test.en.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const intents = [
  'refund',
  'status',
  'hours',
  'human.request',
  'flow.cancel',
  'flow.help',
  'flow.repeat',
  'machine.ask',
  'flow.goodbye',
];

const hours = { texts: ['Open all day.'], buttons: [], about: 'when we are open', isSmallTalk: false, where };
const stunden = {
  ...hours,
  where: { ...where, file: 'intents/test.de.yaml' },
  texts: ['Immer offen.'],
  about: 'wann geöffnet ist',
};

/** @param locales further languages it speaks */
export function programOf(yaml: string, actions: readonly string[] = [], locales: readonly string[] = []): Program {
  const vocabulary = {
    intents: new Map(intents.map((intent) => [intent, where])),
    answers: new Map([['hours', hours]]),
    answersIn: new Map([['de', new Map([['hours', stunden]])]]),
    entities: new Set(['order_number', 'postcode']),
    actions: new Map(actions.map((name): [string, ActionSpec] => [name, specOf(name)])),
  };
  const { program, problems } = compileBot([{ path: 'dialogs/test.yaml', text: yaml }], vocabulary, { locales });
  if (!program) throw new Error(JSON.stringify(problems, null, 2));
  return program;
}

function specOf(name: string): ActionSpec {
  return { name, timeoutMs: 5_000, retries: 0, safe: /exists|able$|is_/.test(name), idempotent: false };
}

export function understand(text: string): Understood {
  const intents = Array.from(text.matchAll(/#([\w.]+)/g), ({ 0: mark, 1: intent = '', index: start }) => ({
    intent,
    score: 0.9,
    start,
    end: start + mark.length,
  }));
  const intent = intents[0]?.intent ?? null;
  const entities = [...text.matchAll(/\b(?:\d{8}|\d{5})\b/g)].map((match) => ({
    type: match[0].length === 8 ? 'order_number' : 'postcode',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    value: match[0],
  }));
  const candidates = intent === null ? [] : [{ intent, score: 0.9 }];
  const [, language] = /@(\w+)/.exec(text) ?? [];
  const [, askedLanguage] = /\?(\w+)/.exec(text) ?? [];
  return {
    model: 'marks',
    threshold: 0.5,
    accepted: intent,
    candidates,
    intents,
    entities,
    ...(language === undefined ? {} : { language }),
    ...(askedLanguage === undefined ? {} : { askedLanguage }),
  };
}

/** What an action gives; a function sees its input. */
export type Answers = { readonly [action: string]: Value | ActionResult | ((input: Value) => Value) };

export type Talk = {
  state: State;
  readonly drafts: Draft[];
  now: number;
  /** the bot's texts in answer to what the customer says */
  says(...texts: (string | Pick<Message, 'text' | 'locale' | 'files' | 'channelData'>)[]): readonly string[];
  put(input: Input): readonly Draft[];
  wait(ms: number): void;
  of<T extends EventType>(type: T): readonly Extract<Draft, { type: T }>[];
};

export type Setting = { readonly locale?: string; readonly random?: number };

export function talkTo(program: Program, answers: Answers = {}, { locale = 'en', random = 0 }: Setting = {}): Talk {
  const talk: Talk = {
    state: initialState('c'),
    drafts: [],
    now: 1_000,
    says: (...texts) => {
      const messages = texts.map((given, index) => ({
        input: `${talk.state.turn}.${index}`,
        via: 'text' as const,
        ...(typeof given === 'string' ? { text: given } : given),
      }));
      const understood = understand(messages.map(({ text }) => text).join('\n'));
      return said(run({ kind: 'message', at: ++talk.now, random, messages, understood }));
    },
    put: (input) => run(input),
    wait(ms) {
      const end = talk.now + ms;
      for (let due = dueBy(end); due; due = dueBy(end)) {
        talk.now = Math.max(talk.now, due.at);
        timers.delete(due.timer);
        run({ kind: 'timer', at: talk.now, random: 0, timer: due.timer });
      }
      talk.now = end;
    },
    of: (type) => talk.drafts.filter((draft) => draft.type === type) as never,
  };
  const timers = new Map<string, number>();
  run({
    kind: 'opened',
    at: 1_000,
    random: 0,
    conversation: 'c',
    customer: 'k',
    channel: 'web',
    entryPoint: 'default',
    locale,
  });
  return talk;

  function run(input: Input): readonly Draft[] {
    const drafts = step(program, talk.state, input);
    for (const draft of drafts) talk.state = evolve(talk.state, { ...draft, at: input.at });
    talk.drafts.push(...drafts);
    for (const draft of drafts)
      if (draft.type === 'timer.set') timers.set(draft.data.timer, input.at + draft.data.dueInMs);
    const more = drafts.flatMap((draft) => (draft.type === 'action.requested' ? answer(draft) : []));
    return [...drafts, ...more];
  }

  function answer({ data, words }: Extract<Draft, { type: 'action.requested' }>): readonly Draft[] {
    const given = answers[data.action];
    if (given === undefined) return [];
    const value = typeof given === 'function' ? given(words?.input ?? null) : given;
    return run({
      kind: 'action',
      at: ++talk.now,
      random: 0,
      request: data.request,
      durationMs: 1,
      result: resultOf(value),
    });
  }

  function dueBy(end: number): { readonly timer: string; readonly at: number } | undefined {
    const due = [...timers].map(([timer, at]) => ({ timer, at })).filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}

function resultOf(value: Value | ActionResult): ActionResult {
  if (typeof value === 'object' && value !== null && 'ok' in value && 'failure' in value) return value as ActionResult;
  return { ok: true, output: value as Value };
}

function said(drafts: readonly Draft[]): readonly string[] {
  return drafts.flatMap((draft) => (draft.type === 'bot.said' ? [draft.words?.text ?? ''] : []));
}
