/** What must hold after every turn of every conversation. */
import type { Input } from '../../../src/dialogs/input.ts';
import type { Program } from '../../../src/dialogs/program.ts';
import type { State } from '../../../src/dialogs/state.ts';
import type { Draft, DraftOf } from '../../../src/events/event.ts';

/** Checks whose answer is a validation: what was checked, of which filling of the slot. */
export type Seen = { readonly checks: Set<string>; readonly fillings: Map<string, number> };

export function seenNothing(): Seen {
  return { checks: new Set(), fillings: new Map() };
}

/** @property states before the first draft, and after each */
export type Turn = {
  readonly input: Input;
  readonly drafts: readonly Draft[];
  readonly states: readonly State[];
  readonly seen: Seen;
};

/** More drafts than this in one turn are a loop, whatever stopped it. */
const mostDrafts = 400;

/** @returns what is broken; `seen` is brought up to date */
export function lookAfter(program: Program, turn: Turn): readonly string[] {
  const { drafts, states } = turn;
  return [
    ...(drafts.length > mostDrafts ? [`${drafts.length} events in one turn`] : []),
    ...drafts.filter(({ type }) => type === 'turn.halted' || type === 'turn.stranded').map(({ type }) => type),
    ...drafts.flatMap((draft, n) => askedThoughKnown(draft, states[n])),
    ...drafts.flatMap((draft, n) => leftUnfinished(program, draft, states[n])),
    ...waitsForNobody(turn),
    ...checkedTwice(turn),
  ];
}

/** A question for a slot is put only while it is empty. */
function askedThoughKnown(draft: Draft, before: State | undefined): readonly string[] {
  if (draft.type !== 'question.asked' || draft.data.kind !== 'slot') return [];
  const value = before?.stack.at(-1)?.slots[draft.data.slot ?? ''];
  return value === undefined || value === null
    ? []
    : [`asked for ${draft.data.slot}, which is ${JSON.stringify(value)}`];
}

/** A dialog that comes to its end has a value for every question it came to, and a checked one where it has a check. */
function leftUnfinished(program: Program, draft: Draft, before: State | undefined): readonly string[] {
  if (draft.type !== 'dialog.left' || draft.data.how !== 'finished' || draft.data.dialog.startsWith('on.')) return [];
  const frame = before?.stack.at(-1);
  const dialog = program.dialogs.get(draft.data.dialog);
  const slots = [...(dialog?.nodes.values() ?? [])].flatMap((node) => (node.kind === 'ask' ? [node.slot] : []));
  return [...new Set(slots)].flatMap((name) => {
    const value = frame?.slots[name];
    if (value === undefined || value === null) return [`${draft.data.dialog} ended without ${name}`];
    const slot = dialog?.slots.get(name);
    const isValid = !slot?.check || name in (frame?.valid ?? {}) || slot.shared;
    return isValid ? [] : [`${draft.data.dialog} ended with ${name} unchecked`];
  });
}

/** After a turn somebody is waited for, or nothing is open; and who has spoken was answered. */
function waitsForNobody({ input, drafts, states }: Turn): readonly string[] {
  const state = states.at(-1);
  if (!state) return [];
  const top = state.stack.at(-1);
  const waits = state.open !== null || state.pending !== null || state.stack.length === 0 || top?.waitsFor != null;
  const isHeard =
    input.kind !== 'message' ||
    state.pending !== null ||
    top?.waitsFor != null ||
    drafts.some(({ type }) => type === 'bot.said');
  return [
    ...(waits ? [] : [`nobody is waited for in ${top?.dialog} at ${top?.at}`]),
    ...(isHeard ? [] : ['the customer spoke and got no answer']),
    ...(state.open && state.open.ref.dialog !== top?.dialog
      ? ['the open question is not of the innermost dialog']
      : []),
  ];
}

/** State is plain JSON whose size does not grow with the conversation. */
export function grownTooLarge(state: State): readonly string[] {
  const size = JSON.stringify(state).length;
  return size > 60_000 ? [`the state has grown to ${size} characters`] : [];
}

/** A value is checked once: again only when it was filled anew, or a week has passed. */
function checkedTwice({ drafts, seen: { checks, fillings } }: Turn): readonly string[] {
  const broken: string[] = [];
  for (const draft of drafts) {
    if (draft.type === 'case.matured') checks.clear();
    const filled = filledBy(draft);
    if (filled !== undefined) fillings.set(filled, (fillings.get(filled) ?? 0) + 1);
    const key = draft.type === 'slot.validated' ? validationOf(draft, fillings) : undefined;
    if (key !== undefined && checks.has(key)) broken.push(`validated twice: ${key}`);
    if (key !== undefined) checks.add(key);
  }
  return broken;
}

function filledBy(draft: Draft): string | undefined {
  if (draft.type === 'value.set') return draft.data.name;
  return draft.type === 'slot.filled' && draft.data.from !== 'earlier' ? draft.data.slot : undefined;
}

function validationOf({ data, words }: DraftOf<'slot.validated'>, fillings: Seen['fillings']): string {
  return `${data.slot} ${fillings.get(data.slot) ?? 0} ${words?.check ?? ''}`;
}
