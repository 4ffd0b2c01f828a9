/** Plays a conversation: a random customer, random answers of actions, time that passes; and looks after every turn at what must always hold. */
import { evolve, type Moment } from '../../../src/dialogs/evolve/evolve.ts';
import type { ActionResult, Input } from '../../../src/dialogs/input.ts';
import type { Node, Program } from '../../../src/dialogs/program.ts';
import { initialState, type State } from '../../../src/dialogs/state.ts';
import { step } from '../../../src/dialogs/step/step.ts';
import type { Draft, DraftOf } from '../../../src/events/event.ts';
import type { Entity, Understood, Value } from '../../../src/events/understood.ts';
import { asides, letters, wishes } from './any-program.ts';
import { type Dice, diceOf } from './random.ts';
import { grownTooLarge, lookAfter, type Seen, seenNothing } from './rules.ts';

export type Played = {
  readonly state: State;
  readonly broken: readonly string[];
  /** what was said on both sides, for who has to find out */
  readonly story: readonly string[];
  readonly turns: number;
};

type Request = DraftOf<'action.requested'>['data'] & { readonly input: Value };

type Game = {
  readonly program: Program;
  readonly dice: Dice;
  state: State;
  readonly seen: Seen;
  now: number;
  readonly requests: Request[];
  readonly timers: Map<string, number>;
  readonly story: string[];
  readonly broken: string[];
  turns: number;
  /** all that happened, without words */
  readonly facts: Moment[];
  /** the words were erased on the way: what was known may be asked again */
  isErased: boolean;
};

type Playing = { readonly seed: number; readonly moves: number; readonly eraseAfter?: number };

/** `moves` random moves, then a patient customer who answers everything, until nothing is open. */
export function play(program: Program, { seed, moves, eraseAfter }: Playing): Played {
  const game: Game = {
    program,
    dice: diceOf(seed),
    state: initialState('c'),
    seen: seenNothing(),
    now: 1_000,
    requests: [],
    timers: new Map(),
    story: [],
    broken: [],
    turns: 0,
    facts: [],
    isErased: false,
  };
  take(game, {
    kind: 'opened',
    at: 1_000,
    random: 0,
    conversation: 'c',
    customer: 'k',
    channel: 'web',
    entryPoint: 'default',
    locale: 'en',
  });
  for (let move = 0; move < moves && game.broken.length === 0; move++) {
    if (move === eraseAfter) erase(game);
    makeMove(game);
  }
  finishPatiently(game);
  game.broken.push(...grownTooLarge(game.state));
  const { state, broken, story, turns } = game;
  return { state, broken, story, turns };
}

function erase(game: Game): void {
  game.story.push('  the words are erased');
  game.isErased = true;
  game.state = game.facts.reduce(evolve, initialState('c'));
}

const mostPatience = 500;

function finishPatiently(game: Game): void {
  for (let tries = 0; tries < mostPatience && game.broken.length === 0; tries++) {
    const waits = game.state.stack.at(-1)?.waitsFor ?? null;
    if (game.requests.length > 0) giveResult(game, true);
    else if (game.state.open) say(game, goodAnswer(game));
    else if (waits !== null) passTime(game, 10 * 60_000);
    else return;
  }
  if (game.broken.length === 0) game.broken.push('a patient customer never comes to an end');
}

function makeMove(game: Game): void {
  const { dice } = game;
  if (game.requests.length > 0 && dice.chance(0.9)) return giveResult(game, dice.chance(0.93));
  if (game.requests.length > 0)
    return dice.chance(0.5) ? slow(game) : say(game, `#${dice.pick(['human.request', 'flow.cancel'])}`);
  const roll = dice.unit();
  if (roll < 0.4) return say(game, goodAnswer(game));
  if (roll < 0.5) return say(game, `${goodAnswer(game)} ${anyValue(dice)}`);
  if (roll < 0.6) return say(game, `no, ${anyValue(dice)}`);
  if (roll < 0.65) return say(game, `no, ${anyValue(dice)} and ${anyValue(dice)}`);
  if (roll < 0.78) return say(game, `#${dice.pick(wishes)}${dice.chance(0.4) ? ` ${anyValue(dice)}` : ''}`);
  if (roll < 0.88) return say(game, `#${dice.pick(asides)}`);
  if (roll < 0.92) return say(game, inLanguage(game));
  if (roll < 0.96)
    return say(game, dice.pick(['blah blub', 'no', 'yes', '', 'Green', '#wish.0? #wish.1?', '__proto__']));
  return passTime(game, dice.pick([60_000, 11 * 60_000, 3 * 3_600_000, 25 * 3_600_000, 8 * 86_400_000]));
}

/** Goes on in a language, or asks for one. */
function inLanguage(game: Game): string {
  const { dice } = game;
  if (dice.chance(0.3)) return `?${dice.pick(['en', 'de', 'fr'])}`;
  return `${dice.chance(0.5) ? goodAnswer(game) : ''} @${dice.pick(['en', 'de'])}`;
}

/** Something the open question takes; a wish where none is open. */
function goodAnswer({ state, program, dice }: Game): string {
  const { open } = state;
  if (!open) return `#${dice.pick(wishes)}`;
  const dialog = program.dialogs.get(open.ref.dialog);
  const node = dialog?.nodes.get(open.ref.step);
  if (open.kind === 'confirm' || open.kind === 'offer') return dice.chance(0.8) ? 'yes' : 'no';
  if (open.kind === 'survey') return '4';
  if (node?.kind === 'choose') return lastOption(node, state.locale);
  const type = dialog?.slots.get(open.slot ?? '')?.type ?? 'text';
  return type === 'choice' && state.locale === 'de' ? 'Grün' : answerOf(type, dice);
}

function lastOption({ options }: Node & { readonly kind: 'choose' }, locale: string): string {
  const title = options.at(-1)?.title.format({}) ?? 'Right';
  return title === 'Right' && locale === 'de' ? 'Rechts' : title;
}

function answerOf(type: string, dice: Dice): string {
  if (type.startsWith('type_')) return `${type.slice(5)}${1 + dice.below(8)}${1 + dice.below(9)}`;
  return { text: 'some words', yes_no: 'yes', choice: 'Green', number: '42' }[type] ?? 'x';
}

function anyValue(dice: Dice): string {
  return `${dice.pick(letters)}${dice.below(9)}${dice.below(4)}`;
}

/** Intents are marked by #; two of them make neither certain. */
function understand(text: string): Understood {
  const intents = [...text.matchAll(/#([\w.]+)(?<!\.)/g)].map(([, intent = '']) => intent);
  const score = intents.length === 1 ? 0.9 : 0.3;
  const entities = [...text.matchAll(/\b([a-d])(\d\d)\b/g)].flatMap((match): readonly Entity[] => {
    const place = { text: match[0], start: match.index, end: match.index + 3 };
    return [{ type: `type_${match[1]}`, value: match[0], ...place }];
  });
  const accepted = intents.length === 1 ? (intents[0] ?? null) : null;
  const [, language] = /@(\w\w)$/.exec(text) ?? [];
  const [, askedLanguage] = /^\?(\w\w)$/.exec(text) ?? [];
  return {
    model: 'marks',
    threshold: 0.5,
    accepted,
    candidates: intents.map((intent) => ({ intent, score })),
    entities,
    ...(language === undefined ? {} : { language }),
    ...(askedLanguage === undefined ? {} : { askedLanguage }),
  };
}

function say(game: Game, text: string): void {
  game.story.push(`customer: ${text}`);
  game.turns++;
  const messages = [{ input: String(game.turns), via: 'text' as const, text }];
  take(game, { kind: 'message', at: ++game.now, random: game.dice.unit(), messages, understood: understand(text) });
}

function slow(game: Game): void {
  const request = game.requests[0]?.request ?? '';
  take(game, { kind: 'slow', at: ++game.now, random: 0, request });
}

function giveResult(game: Game, works: boolean): void {
  const asked = game.requests.splice(game.dice.below(game.requests.length), 1)[0];
  if (!asked) return;
  const result: ActionResult = works
    ? { ok: true, output: outputOf(asked) }
    : { ok: false, failure: game.dice.pick(['error', 'timeout', 'unknown', 'refused']), message: 'broken' };
  game.story.push(
    `  ${asked.action}(${JSON.stringify(asked.input)}): ${works ? JSON.stringify(outputOf(asked)) : 'fails'}`,
  );
  take(game, { kind: 'action', at: ++game.now, random: 0, request: asked.request, durationMs: 1, result });
}

function outputOf({ action, input }: Request): Value {
  return action === 'check' ? !/0"/.test(JSON.stringify(input)) : true;
}

function passTime(game: Game, ms: number): void {
  const end = game.now + ms;
  game.story.push(`  ${ms / 60_000} minutes pass`);
  for (let due = nextTimer(game, end); due !== undefined && game.broken.length === 0; due = nextTimer(game, end)) {
    game.now = Math.max(game.now, game.timers.get(due) ?? 0);
    game.timers.delete(due);
    take(game, { kind: 'timer', at: game.now, random: 0, timer: due });
  }
  game.now = end;
}

function nextTimer({ timers }: Game, end: number): string | undefined {
  const due = [...timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b)[0];
  return due?.[0];
}

function take(game: Game, input: Input): void {
  const before = game.state;
  const drafts = decide(game, input);
  const states = [before];
  for (const draft of drafts) states.push(evolve(states.at(-1) ?? before, { ...draft, at: input.at }));
  game.state = states.at(-1) ?? before;
  for (const draft of drafts) note(game, draft, input.at);
  for (const draft of drafts) game.facts.push(fact(draft, input.at));
  if (game.isErased) return;
  game.broken.push(...lookAfter(game.program, { input, drafts, states, seen: game.seen }));
}

function decide(game: Game, input: Input): readonly Draft[] {
  try {
    return step(game.program, game.state, input);
  } catch (error) {
    game.broken.push(`step threw: ${error instanceof Error ? error.stack : String(error)}`);
    return [];
  }
}

function note(game: Game, draft: Draft, at: number): void {
  if (draft.type === 'bot.said') game.story.push(`bot: ${draft.words?.text ?? ''}`);
  if (draft.type === 'timer.set') game.timers.set(draft.data.timer, at + draft.data.dueInMs);
  if (draft.type === 'timer.cleared') game.timers.delete(draft.data.timer);
  if (draft.type === 'action.requested') game.requests.push({ ...draft.data, input: draft.words?.input ?? null });
}

function fact(draft: Draft, at: number): Moment {
  if (!('words' in draft)) return { ...draft, at };
  const { words: _erased, ...rest } = draft;
  return { ...rest, at };
}
