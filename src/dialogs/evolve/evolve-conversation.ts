import type { Draft, DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Frame, Recent, State } from '../state.ts';
import { spokeOf } from './evolve-issues.ts';
import { withMentions } from './evolve-mentions.ts';
import { visit } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveConversation(state: State, event: Draft & { readonly at: Instant }): State | undefined {
  switch (event.type) {
    case 'conversation.started': {
      const { customer, channel, entryPoint, locale, program } = event.data;
      const profile = event.words?.profile ?? {};
      return { ...state, started: true, customer, channel, entryPoint, locale, program, profile };
    }
    case 'entry.named':
      return { ...state, entryPoint: event.data.entryPoint };
    case 'locale.changed':
      return { ...state, locale: event.data.to };
    case 'customer.said':
      return customerSaid(state, event, event.at);
    case 'bot.said':
      return botSaid(state, event);
    case 'intent.recognised':
      return recognised(state, event);
    case 'message.unclear':
      return { ...state, unclearTurn: state.turn, recent: markLast(state.recent, { repaired: true }) };
    case 'customer.quiet':
      return { ...state, silenceTurn: state.turn };
    case 'message.unmatched':
      return { ...state, misses: event.data.attempt, recent: markLast(state.recent, { repaired: true }) };
    case 'program.changed':
      return moved(state, event.data);
    case 'conversation.ended':
      return { ...state, stack: [], open: null, pending: null };
    default:
      return undefined;
  }
}

function moved(state: State, { to, places, pending, forget }: DraftOf<'program.changed'>['data']): State {
  const top = places.at(-1)?.at ?? null;
  return {
    ...state,
    program: to,
    stack: state.stack.map((frame, depth) => placed(frame, places[depth])),
    shared: Object.fromEntries(Object.entries(state.shared).filter(([name]) => !forget.includes(name))),
    open: state.open && top && { ...state.open, ref: top },
    pending: state.pending && pending && { ...state.pending, at: pending },
  };
}

type Place = DraftOf<'program.changed'>['data']['places'][number];

function placed(frame: Frame, { at, keys }: Place = { at: null, keys: {} }): Frame {
  const rekeyed = <T>(record: { readonly [step: string]: T }): { readonly [step: string]: T } =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => {
        const now = key in keys ? (keys[key] ?? null) : key;
        return now === null ? [] : [[now, value] as const];
      }),
    );
  const past = ({ calls, choices }: Frame['past']) => ({ calls: rekeyed(calls), choices: rekeyed(choices) });
  return {
    ...frame,
    at: at?.step ?? null,
    visits: rekeyed(frame.visits),
    past: past(frame.past),
    again: past(frame.again),
    exhausted: frame.exhausted === null ? null : (Object.keys(rekeyed({ [frame.exhausted]: 0 }))[0] ?? null),
  };
}

const remembered = 3;

function customerSaid(state: State, event: DraftOf<'customer.said'>, at: Instant): State {
  const { turn, survey } = event.data;
  // an answer to a survey is no word about the issue
  if (survey) return { ...state, turn };
  const text = event.words?.masked ?? event.words?.text ?? '';
  const last = state.recent.at(-1);
  const recent: readonly Recent[] =
    last?.turn === turn
      ? markLast(state.recent, { text: `${last.text}\n${text}` })
      : [...state.recent, { turn, text, intent: null, score: 0, settled: false, repaired: false }].slice(-remembered);
  return { ...spokeOf(state, at), turn, customerAt: at, recent };
}

function botSaid(state: State, event: DraftOf<'bot.said'>): State {
  const said = { text: event.words?.text ?? '', choices: event.words?.choices ?? [] };
  const earlier = state.lastSaidTurn === state.turn ? state.lastSaid : [];
  const { at, expectsInput } = event.data;
  const inFrame = at !== null && !expectsInput && state.stack.at(-1)?.dialog === at.dialog;
  const next = inFrame ? visit(state, at.step) : state;
  return { ...next, lastSaid: [...earlier, said].slice(-6), lastSaidTurn: state.turn };
}

function recognised(state: State, event: DraftOf<'intent.recognised'>): State {
  const best = event.data.candidates[0];
  const recent = markLast(state.recent, { intent: best?.intent ?? null, score: best?.score ?? 0 });
  return withMentions({ ...state, recent }, event.words?.entities ?? []);
}

/** Changes what is remembered of the latest customer turn. */
export function markLast(recent: readonly Recent[], change: Partial<Recent>): readonly Recent[] {
  const last = recent.at(-1);
  return last === undefined ? recent : [...recent.slice(0, -1), { ...last, ...change }];
}
