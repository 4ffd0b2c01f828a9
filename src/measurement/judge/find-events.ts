/**
 * What the turns of a transcript were: by the rules of a mapping, and by what may be derived without any.
 */
import type { Found } from './found.ts';
import { isThanks } from './is-thanks.ts';
import type { JudgeEvent } from './mapping/judge-events.ts';
import type { Rules } from './mapping/mapping.ts';
import type { TranscriptTurn } from './transcript.ts';

/** In the order of the turns; within a turn in that of the rules, what is derived last. A turn is the same thing once only. */
export function findEvents(rules: Rules, turns: readonly TranscriptTurn[]): readonly Found[] {
  return turns.flatMap((_, index) => {
    const ruled = rules.rules
      .filter(({ test }) => test(turns, index))
      .map(({ event, line }) => ({ index, event, line }));
    const named = ruled.filter(({ event }, at) => ruled.findIndex((one) => one.event === event) === at);
    const known = new Set(named.map(({ event }) => event));
    const derived = derivedAt(rules, turns, index).filter((event) => !isExplained(known, event));
    return [...named, ...derived.map((event) => ({ index, event, line: rules.derive.line }))];
  });
}

/** What a rule calls a failure of the bot in a turn is not also a question put again. */
function isExplained(known: ReadonlySet<JudgeEvent>, event: Found['event']): boolean {
  if (event === 'reprompt')
    return (['reprompt', 'no_match', 'bot_failure', 'unclear'] as const).some((one) => known.has(one));
  return event !== 'thanks' && known.has(event);
}

function derivedAt({ derive }: Rules, turns: readonly TranscriptTurn[], index: number): readonly Found['event'][] {
  const turn = turns[index];
  if (turn?.who === 'bot' && derive.reprompt && isAgain(turns, index, derive.reprompt)) return ['reprompt'];
  if (turn?.who === 'customer' && derive.thanks && isThanks(turn.text ?? '')) return ['thanks'];
  return turn?.who === 'agent' ? ofAgent(turns, index) : [];
}

/** The bot does or says what it did or said last, as if nothing had been said in between. */
function isAgain(turns: readonly TranscriptTurn[], index: number, by: 'act' | 'text'): boolean {
  const before = turns.findLast(({ who }, at) => at < index && (who === 'bot' || who === 'agent'));
  const wanted = turns[index]?.[by];
  return wanted !== undefined && before?.who === 'bot' && plain(before[by]) === plain(wanted);
}

function plain(text: string | undefined): string | undefined {
  return text?.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The first agent who speaks has joined; another one after them was passed the customer. */
function ofAgent(turns: readonly TranscriptTurn[], index: number): readonly JudgeEvent[] {
  const before = turns.findLast(({ who }, at) => at < index && who === 'agent');
  if (!before) return ['agent_joined'];
  return before.name === turns[index]?.name ? [] : ['transfer'];
}
