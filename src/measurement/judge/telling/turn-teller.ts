import type { Draft, DraftOf } from '../../../events/event.ts';
import type { SaidBefore } from '../../observers/detect-rephrase.ts';
import { observeTurn } from '../../observers/observe-turn.ts';
import type { Found } from '../found.ts';
import type { Rules } from '../mapping/mapping.ts';
import type { Transcript, TranscriptTurn } from '../transcript.ts';
import { blame } from './blame.ts';
import { draftsOf } from './drafts-of.ts';

/** Tells turn after turn, each once and in order: what a customer says again is found by what they said before. */
export type TurnTeller = { draftsOf(index: number): readonly Draft[] };

export type Told = { readonly transcript: Transcript; readonly rules: Rules; readonly found: readonly Found[] };

type Memory = { recent: readonly SaidBefore[]; customerTurn: number; readonly counts: Map<string, number> };

export function createTurnTeller(told: Told): TurnTeller {
  const memory: Memory = { recent: [], customerTurn: 0, counts: new Map() };
  return {
    draftsOf(index) {
      const turn = told.transcript.turns[index];
      if (!turn) return [];
      const drafts = findings(told, memory, index);
      if (drafts.some(({ type }) => type === 'goal.reached')) settle(memory);
      return turn.who === 'customer' ? ofCustomer(told, memory, { index, turn, drafts }) : [...drafts, ...said(turn)];
    },
  };
}

function settle(memory: Memory): void {
  memory.recent = memory.recent.map((one) => ({ ...one, settled: true }));
}

function findings({ transcript, rules, found }: Told, { counts }: Memory, index: number): readonly Draft[] {
  return found
    .filter((one) => one.index === index)
    .flatMap((one) => {
      const isUncalled = one.event === 'agent_joined' && !counts.has('handoff');
      return (isUncalled ? [{ ...one, event: 'handoff' as const }, one] : [one]).flatMap((each) => {
        const count = counts.get(each.event) ?? 0;
        counts.set(each.event, count + 1);
        const at = blame(rules, transcript.turns, each);
        return draftsOf(each, {
          at,
          count,
          name: transcript.turns[index]?.name,
          wasAsked: counts.has('human_request'),
        });
      });
    });
}

/** What the system notes is nothing anybody said. */
function said({ who, text, act }: TranscriptTurn): readonly Draft[] {
  if (who !== 'bot' && who !== 'agent') return [];
  const words = { text: text ?? act ?? '' };
  return [{ type: 'bot.said', actor: who, data: { at: null, choices: 0, expectsInput: false }, words }];
}

type CustomerTurn = { readonly index: number; readonly turn: TranscriptTurn; readonly drafts: readonly Draft[] };

function ofCustomer(told: Told, memory: Memory, { index, turn, drafts }: CustomerTurn): readonly Draft[] {
  memory.customerTurn += 1;
  const text = turn.text ?? turn.act ?? '';
  const input = `${told.transcript.id}:${index}`;
  const spoken: Draft = {
    type: 'customer.said',
    actor: 'customer',
    data: { input, via: 'text', turn: memory.customerTurn, characters: text.length },
    words: { text },
  };
  const recognised = understood(told, index);
  const isKnown = drafts.some(({ type }) => type === 'message.rephrased');
  const rephrased = isKnown || told.rules.derive.rephrase === false ? [] : rephrase(told, memory, [spoken, recognised]);
  remember(memory, text, recognised);
  return [spoken, recognised, ...drafts, ...rephrased];
}

type Recognised = DraftOf<'intent.recognised'>;

/** What another bot understood cannot be seen: it understood, unless it says itself that it did not. */
function understood({ transcript: { turns }, found }: Told, index: number): Recognised {
  const next = turns.findIndex(({ who }, at) => at > index && who === 'customer');
  const until = next < 0 ? turns.length : next;
  const here = new Set(found.filter((one) => one.index >= index && one.index < until).map(({ event }) => event));
  const label = here.has('out_of_scope') ? outOfScope : (turns[index]?.act ?? 'unnamed');
  const accepted = here.has('no_match') && !here.has('out_of_scope') ? null : label;
  const candidates = accepted === null ? [] : [{ intent: accepted, score: 1 }];
  return { type: 'intent.recognised', actor: 'bot', data: { model: 'transcript', threshold: 0, accepted, candidates } };
}

const outOfScope = 'out_of_scope';

function rephrase({ rules }: Told, { recent }: Memory, drafts: readonly Draft[]): readonly Draft[] {
  return observeTurn({ recent, locale: rules.locale, drafts }).filter(({ type }) => type === 'message.rephrased');
}

const remembered = 3;

function remember(memory: Memory, text: string, { data: { candidates } }: Recognised): void {
  const { intent = null, score = 0 } = candidates[0] ?? {};
  const said = { turn: memory.customerTurn, text, intent, score, settled: false };
  memory.recent = [...memory.recent, said].slice(-remembered);
}
