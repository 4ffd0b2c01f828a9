/** Values heard in messages, for questions that come later: what was said once is not asked. */
import type { Entity, Value } from '../../events/understood.ts';
import type { Mention, State } from '../state.ts';

const mostMentions = 12;

/** Adds what was found in the latest customer turn. */
export function withMentions(state: State, entities: readonly Entity[]): State {
  if (entities.length === 0) return state;
  const { turn } = state;
  const heard = entities.map(({ type, value, start, end }): Mention => ({ type, value, turn, start, end }));
  const older = state.mentions.filter((one) => !heard.some((other) => isSame(one, other)));
  return { ...state, mentions: [...older, ...heard].slice(-mostMentions) };
}

/** A slot took a value: its words mean nothing else any more, however else they could be read. */
export function withoutMention(state: State, taken: { readonly type: string; readonly value: Value }): State {
  const found = state.mentions.filter((one) => isSame(one, taken));
  if (found.length === 0) return state;
  const mentions = state.mentions.filter((one) => !found.some((other) => overlaps(one, other)));
  return { ...state, mentions };
}

function isSame(one: Pick<Mention, 'type' | 'value'>, other: Pick<Mention, 'type' | 'value'>): boolean {
  return one.type === other.type && JSON.stringify(one.value) === JSON.stringify(other.value);
}

function overlaps(one: Mention, other: Mention): boolean {
  return one.turn === other.turn && one.start < other.end && other.start < one.end;
}
