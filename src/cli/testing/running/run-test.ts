/**
 * Runs one conversation test: says the customer's lines, holds the bot's against them, lets all timers run, and reads outcome and effort by the same
 * folds every report uses.
 */
import type { StepRef } from '../../../events/step-ref.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { foldConversation, readConversation, startConversation } from '../../../measurement/fold-conversation.ts';
import { checkExpected, type Unmet, type Whole } from '../matching/check-expected.ts';
import { heard, messagesIn } from '../matching/heard.ts';
import { matchAll, matchBot } from '../matching/match-bot.ts';
import type { ConversationTest, Line } from '../test.ts';
import { type Conversation, openConversation, type Stage } from './conversation.ts';
import { type Spoken, transcriptOf } from './transcript.ts';

/** @property at the step the wrong answer comes from; `null` where the whole conversation is meant */
export type Failure = Unmet & { readonly at: StepRef | null };

/** @property effort the highest of the customer's issues; `null` when the customer said nothing */
export type TestResult = {
  readonly test: ConversationTest;
  readonly ok: boolean;
  readonly failures: readonly Failure[];
  readonly outcome: string | null;
  readonly effort: number | null;
  readonly customerTurns: number;
  /** goals that were reached */
  readonly goals: readonly string[];
  readonly transcript: readonly Spoken[];
  /** files of the dialogs it went through */
  readonly files: ReadonlySet<string>;
};

/** Longest that timers run after the last line. Dialogs, "Conversation tests". */
const afterwardsMs = 30 * 86_400_000;

type Staged = Omit<Stage, 'test'> & { readonly measures: Measures };

export async function runTest(test: ConversationTest, { measures, ...stage }: Staged): Promise<TestResult> {
  const conversation = await openConversation({ ...stage, test });
  try {
    const talk: Talk = {
      conversation,
      measures,
      failures: [],
      spokenAt: new Map(),
      since: 0,
      used: 0,
      told: new Set(),
    };
    for (const [n, line] of test.talk.entries()) await takeLine(talk, line, test.talk.slice(n + 1));
    await conversation.finish();
    await conversation.wait(afterwardsMs);
    noteTrouble(talk, test.talk.at(-1)?.line ?? test.line);
    const whole = wholeOf(talk);
    if (test.expect) for (const unmet of checkExpected(test.expect, whole)) talk.failures.push({ ...unmet, at: null });
    return resultOf(test, talk, whole);
  } finally {
    await conversation.close();
  }
}

type Talk = {
  readonly conversation: Conversation;
  readonly measures: Measures;
  readonly failures: Failure[];
  /** line of the test for each customer turn */
  readonly spokenAt: Map<number, number>;
  /** events before the customer's last line */
  since: number;
  /** messages since then that the test has matched */
  used: number;
  /** missing stubs and faults told so far */
  readonly told: Set<string>;
};

async function takeLine(talk: Talk, line: Line, later: readonly Line[]): Promise<void> {
  const { conversation, failures } = talk;
  if (line.afterMs > 0) await conversation.wait(line.afterMs);
  if (line.kind === 'customer') {
    await customerSays(talk, line);
    const next = later.find(({ kind }) => kind === 'customer');
    if (next?.kind !== 'customer' || !next.meanwhile) await conversation.finish();
    failures.push(...intentFailures(talk, line));
  }
  if (line.kind === 'notice') {
    listenFromHere(talk);
    await conversation.tell(line);
    await conversation.finish();
  }
  if (line.kind === 'bot') botShould(talk, line);
  if (line.kind === 'expect') {
    const unmet = checkExpected(line.expected, wholeOf(talk));
    failures.push(...unmet.map((one) => ({ ...one, at: null })));
  }
  noteTrouble(talk, line.line);
}

async function customerSays(talk: Talk, line: Line & { readonly kind: 'customer' }): Promise<void> {
  const { conversation } = talk;
  const offered = messagesIn(heard(conversation.events.slice(talk.since))).flatMap(({ choices }) => choices);
  const choice = line.picks
    ? offered.find(({ title, value }) => title === line.text || value === line.text)
    : undefined;
  if (line.picks && !choice) {
    const got = offered.map(({ title }) => title).join(' | ') || 'no buttons are offered here';
    talk.failures.push({ line: line.line, expected: `a button '${line.text}'`, got, at: null });
  }
  listenFromHere(talk);
  await conversation.say(choice ? { text: choice.value, via: 'choice' } : { text: line.text, via: 'text' });
  const turn = conversation.events.findLast(({ type }) => type === 'customer.said')?.turn ?? 0;
  talk.spokenAt.set(turn, line.line);
}

/** What the bot says next answers what comes now. */
function listenFromHere(talk: Talk): void {
  talk.since = talk.conversation.events.length;
  talk.used = 0;
}

function intentFailures({ conversation }: Talk, line: Line & { readonly kind: 'customer' }): readonly Failure[] {
  const last = conversation.events.findLast((event) => event.type === 'intent.recognised');
  if (line.intent === null || last?.type !== 'intent.recognised' || last.data.accepted === line.intent) return [];
  const best = last.data.candidates.slice(0, 3).map(({ intent, score }) => `${intent} ${Math.round(score * 100)} %`);
  const got = last.data.accepted ?? `nothing (${best.join(', ') || 'no candidates'})`;
  return [{ line: line.line, expected: `intent ${line.intent}`, got, at: null }];
}

function botShould(talk: Talk, line: Line & { readonly kind: 'bot' }): void {
  const said = heard(talk.conversation.events.slice(talk.since));
  if (line.isAll) {
    for (const mismatch of matchAll(said, line.wishes)) talk.failures.push({ line: line.line, ...mismatch });
    return;
  }
  for (const wish of line.wishes) {
    const { next, mismatch } = matchBot(said, talk.used, wish);
    talk.used = next;
    if (mismatch) talk.failures.push({ line: wish.line, ...mismatch });
  }
}

/** What no test expects: actions without a stub, and a turn that broke down. */
function noteTrouble({ conversation, failures, told }: Talk, line: number): void {
  const missing = conversation.missing.map(({ action, input }) => {
    const got = `${action} was called with ${JSON.stringify(input)}, and no stub fits`;
    return { line, expected: `a stub for ${action}`, got, at: null };
  });
  const faults = conversation.faults.map((got) => ({ line, expected: 'no fault', got, at: null }));
  for (const trouble of [...missing, ...faults]) {
    if (!told.has(trouble.got)) failures.push(trouble);
    told.add(trouble.got);
  }
}

function wholeOf({ conversation, measures }: Talk): Whole {
  const { events } = conversation;
  const facts = readConversation(measures, 'test', foldConversation(measures, startConversation, events));
  const efforts = facts.flatMap(({ effort }) => (effort === null ? [] : [effort.value]));
  return {
    events,
    facts,
    effort: efforts.length === 0 ? null : Math.max(...efforts),
    customerTurns: facts.reduce((sum, one) => sum + one.customerTurns, 0),
    locale: conversation.locale(),
  };
}

function resultOf(test: ConversationTest, { failures, spokenAt }: Talk, whole: Whole): TestResult {
  const { events, facts, effort, customerTurns } = whole;
  return {
    test,
    ok: failures.length === 0,
    failures,
    outcome: facts.at(-1)?.outcome.state ?? null,
    effort,
    customerTurns,
    goals: [...new Set(events.flatMap((event) => (event.type === 'goal.reached' ? [event.data.goal] : [])))],
    transcript: transcriptOf(events, spokenAt),
    files: new Set(events.flatMap((event) => (event.type === 'dialog.entered' ? [event.data.file] : []))),
  };
}
