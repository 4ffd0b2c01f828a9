import type { Draft, DraftOf } from '../../events/event.ts';
import type { Value } from '../../events/understood.ts';
import { type Frame, noPast, type State } from '../state.ts';
import { markLast } from './evolve-conversation.ts';
import { withoutMention } from './evolve-mentions.ts';
import { setTop, without } from './frames.ts';

/** @returns `undefined` when the event is of another family */
export function evolveSlots(state: State, event: Draft): State | undefined {
  switch (event.type) {
    case 'slot.filled':
      return filled(state, event);
    case 'slot.validated':
      return validated(state, event);
    case 'slot.refused':
      return event.data.reason === 'invalid' ? emptied(state, event.data.slot) : state;
    case 'slot.corrected':
      return corrected(state, event);
    case 'value.set':
      return valueSet(state, event);
    default:
      return undefined;
  }
}

function filled(state: State, event: DraftOf<'slot.filled'>): State {
  const { slot, type, shared, sensitive } = event.data;
  const value = event.words?.value ?? null;
  const taken = withoutMention(state, { type, value });
  const known = sensitive ? withSecret(taken, value) : taken;
  const change = {
    recent: markLast(state.recent, { settled: true }),
    stack: held(state, { slot, value, shared }),
    ...(shared ? { shared: { ...state.shared, [slot]: value } } : {}),
  };
  return { ...known, ...change };
}

type Held = { readonly slot: string; readonly value: Value; readonly shared: boolean };

/** The innermost frame holds it; of a shared slot, its callers that hold one do too. */
function held(state: State, { slot, value, shared }: Held): readonly Frame[] {
  const top = state.stack.length - 1;
  const own = shared ? callChain(state.stack) : top;
  return state.stack.map((frame, depth) => {
    if (depth !== top && !(depth >= own && Object.hasOwn(frame.slots, slot))) return frame;
    return { ...frame, slots: { ...without(frame.slots, slot), [slot]: value } };
  });
}

/** Depth of the dialog that began the chain of calls the innermost one belongs to. What a digression interrupted keeps its own values. */
export function callChain(stack: readonly Frame[]): number {
  return Math.max(
    0,
    stack.findLastIndex(({ by }) => by !== 'call'),
  );
}

const mostSecrets = 40;

function withSecret(state: State, value: Value): State {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '' || state.secrets.includes(text)) return state;
  return { ...state, secrets: [...state.secrets, text].slice(-mostSecrets) };
}

/** Checks of shared values that are remembered. */
const mostShared = 12;

function validated(state: State, { data: { slot, shared }, words }: DraftOf<'slot.validated'>): State {
  const check = words?.check ?? '';
  const next = setTop(state, { valid: { ...state.stack.at(-1)?.valid, [slot]: check } });
  return shared ? { ...next, sharedValid: [...state.sharedValid, check].slice(-mostShared) } : next;
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A refused value is gone wherever it was shared. */
function emptied(state: State, slot: string): State {
  const value = state.stack.at(-1)?.slots[slot];
  const isShared = Object.hasOwn(state.shared, slot);
  const own = isShared ? callChain(state.stack) : state.stack.length - 1;
  const stack = state.stack.map((frame, depth) => {
    const holdsIt = depth === state.stack.length - 1 || (depth >= own && isSame(frame.slots[slot], value));
    return holdsIt ? { ...frame, slots: without(frame.slots, slot), valid: without(frame.valid, slot) } : frame;
  });
  return { ...state, stack, shared: without(state.shared, slot) };
}

/** From the corrected slot's question on it is decided anew; what was learned on the way is taken again, not asked. */
function corrected(state: State, { data: { to } }: DraftOf<'slot.corrected'>): State {
  const top = state.stack.at(-1);
  if (!to || !top) return state;
  const again = {
    calls: { ...top.again.calls, ...top.past.calls },
    choices: { ...top.again.choices, ...top.past.choices },
  };
  return setTop(state, { at: to.step, again, past: noPast, attempt: 0 });
}

function valueSet(state: State, { data: { name, choice, sensitive }, words }: DraftOf<'value.set'>): State {
  const value = words?.value ?? null;
  const known = sensitive ? withSecret(state, value) : state;
  const top = state.stack.at(-1);
  if (!top) return { ...known, misses: 0 };
  const slots = { ...without(top.slots, name), [name]: value };
  if (choice === undefined || typeof value !== 'string') return { ...setTop(known, { slots }), misses: 0 };
  const past = { ...top.past, choices: { ...top.past.choices, [choice]: value } };
  const again = { ...top.again, choices: without(top.again.choices, choice) };
  return { ...setTop(known, { slots, past, again }), misses: 0 };
}
