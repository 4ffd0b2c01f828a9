/**
 * The cases behind each figure, by name: what the report counts and what a list shows are asked with the same words.
 */
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import { isClosed, isInScope, type Kind } from '../report/cases/kind.ts';
import { isDurable, isMatured } from '../report/figures/is-durable.ts';

const sets = {
  engaged: ({ engaged }) => engaged,
  closed: isClosed,
  in_scope: isInScope,
  final: (kind) => isClosed(kind) && kind.final,
  provisional: (kind) => isClosed(kind) && !kind.final,
  good: (kind) => isClosed(kind) && kind.good,
  not_good: (kind) => isClosed(kind) && !kind.good,
  resolved: (kind) => isInScope(kind) && isResolved(kind.state),
  not_resolved: (kind) => isInScope(kind) && !isResolved(kind.state),
  confirmed: (kind) => isInScope(kind) && isResolved(kind.state) && kind.state !== 'resolved_assumed',
  low_effort: (kind) => isClosed(kind) && !kind.censored && kind.band === 'low',
  moderate_effort: (kind) => isClosed(kind) && !kind.censored && kind.band === 'moderate',
  high_effort: (kind) => isClosed(kind) && kind.band === 'high',
  censored: (kind) => isClosed(kind) && kind.censored,
  asked: ({ engaged, asked }) => engaged && asked,
  asked_and_got: ({ engaged, asked, joined }) => engaged && asked && joined,
  asked_and_not_got: ({ engaged, asked, joined }) => engaged && asked && !joined,
  by_bot: ({ engaged, byBot }) => engaged && byBot,
  contained: (kind) => isClosed(kind) && !kind.joined,
  gap: (kind) => isMatured(kind) && !kind.joined && !isDurable(kind),
  durable: (kind) => isInScope(kind) && isMatured(kind) && isDurable(kind),
  not_durable: (kind) => isInScope(kind) && isMatured(kind) && !isDurable(kind),
  reopened: (kind) => isClosed(kind) && kind.reopened === true,
} as const satisfies Readonly<Record<string, (kind: Kind) => boolean>>;

export type CaseSet = keyof typeof sets;

export const caseSets: readonly CaseSet[] = [
  ...(['engaged', 'closed', 'in_scope', 'final', 'provisional', 'good', 'not_good'] as const),
  ...(['resolved', 'not_resolved', 'confirmed', 'low_effort', 'moderate_effort', 'high_effort'] as const),
  ...(['censored', 'asked', 'asked_and_got', 'asked_and_not_got', 'by_bot', 'contained'] as const),
  ...(['gap', 'durable', 'not_durable', 'reopened'] as const),
];

export function isInSet(set: CaseSet, kind: Kind): boolean {
  return sets[set](kind);
}
