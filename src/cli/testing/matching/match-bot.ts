/** Holds what the bot said since the customer's last line against what a test expects next. */
import type { BotWish } from '../test.ts';
import { describeHeard, describeWish } from './describe.ts';
import type { Heard, HeardFact, HeardMessage } from './heard.ts';

/** @property expected, got as a person reads them; @property place where the bot's answer comes from */
export type Mismatch = { readonly expected: string; readonly got: string; readonly at: HeardMessage['at'] };

/** @property next how many messages are used up: what a later wish may no longer match */
export type Matched = { readonly next: number; readonly mismatch: Mismatch | null };

/** Messages between those expected may be left out of a test; their order may not change. */
export function matchBot(said: readonly Heard[], from: number, wish: BotWish): Matched {
  const facts = said.filter((one) => one.kind === 'fact');
  if (!factsFit(facts, wish)) return { next: from, mismatch: mismatch(said, from, wish) };
  if (!isAboutMessage(wish)) return { next: from, mismatch: null };
  const at = said.findIndex((one, n) => n >= from && one.kind === 'message' && messageFits(one, wish));
  return at < 0 ? { next: from, mismatch: mismatch(said, from, wish) } : { next: at + 1, mismatch: null };
}

/** The bot says exactly these, in this order. */
export function matchAll(said: readonly Heard[], wishes: readonly BotWish[]): readonly Mismatch[] {
  const messages = said.filter((one) => one.kind === 'message');
  const facts = said.filter((one) => one.kind === 'fact');
  const wrong = wishes.flatMap((wish, n) => {
    const message = messages[n];
    const fits = message && messageFits(message, wish) && factsFit(facts, wish);
    return fits ? [] : [{ expected: describeWish(wish), got: describeHeard(message), at: message?.at ?? null }];
  });
  const surplus = messages.slice(wishes.length).map((message) => {
    return { expected: 'nothing more', got: describeHeard(message), at: message.at };
  });
  return [...wrong, ...surplus];
}

function mismatch(said: readonly Heard[], from: number, wish: BotWish): Mismatch {
  const left = said.slice(from).filter((one) => one.kind === 'message');
  const near = left.find((message) => isNear(message, wish)) ?? left.at(-1);
  const got = left.length === 0 ? 'nothing' : left.map((message) => describeHeard(message)).join('\n');
  return { expected: describeWish(wish), got, at: near?.at ?? null };
}

function isNear({ asks, asked }: HeardMessage, wish: BotWish): boolean {
  return wish.asks !== null && (asks === wish.asks || asked === wish.asks);
}

function isAboutMessage({ says, asks, again, choices, from }: BotWish): boolean {
  return says !== null || asks !== null || again !== null || choices !== null || from !== null;
}

function messageFits(message: HeardMessage, { says, asks, again, choices, from }: BotWish): boolean {
  return (
    (says === null || says.matches(message.text)) &&
    (asks === null || message.asks === asks || message.asked === asks) &&
    (again === null || message.reason === again) &&
    (choices === null || hasChoices(message, choices)) &&
    (from === null || isFrom(message, from))
  );
}

function hasChoices({ choices }: HeardMessage, wanted: readonly string[]): boolean {
  const titles = choices.map(({ title }) => title);
  return titles.length === wanted.length && wanted.every((title, n) => titles[n] === title);
}

function isFrom({ at }: HeardMessage, place: string): boolean {
  return at !== null && (at.dialog === place || `${at.dialog}/${at.step}` === place);
}

function factsFit(facts: readonly HeardFact[], { handoff, goal, promise }: BotWish): boolean {
  const events = facts.map(({ event }) => event);
  return (
    (handoff === null ||
      events.some(
        (event) => event.type === 'handoff.requested' && (handoff === true || event.data.team === handoff),
      )) &&
    (goal === null || events.some((event) => event.type === 'goal.reached' && event.data.goal === goal)) &&
    (promise === null ||
      events.some((event) => event.type === 'promise.made' && (promise === true || event.data.what === promise)))
  );
}
