/** The states of outcome/v1, best first, then those outside the denominators. Source: measurement §3. */
export const outcomeStates = [
  'resolved_verified',
  'resolved_confirmed',
  'resolved_assumed',
  'escalated_resolved',
  'escalated_unresolved',
  'unresolved',
  'abandoned',
  'declined',
  'out_of_scope',
  'open',
  'unengaged',
  'spam_test',
] as const;
export type OutcomeState = (typeof outcomeStates)[number];

/** Where an abandoned case was left. */
export type LeftAt = 'auth' | 'form' | 'waiting' | 'after_failure' | 'after_offer';

const censoredStates: readonly OutcomeState[] = ['abandoned', 'escalated_unresolved'];
const resolvedStates: readonly OutcomeState[] = [
  'resolved_verified',
  'resolved_confirmed',
  'resolved_assumed',
  'escalated_resolved',
];

/** The effort of such a case is a lower bound: it never counts as low. */
export function isCensored(state: OutcomeState): boolean {
  return censoredStates.includes(state);
}

export function isResolved(state: OutcomeState): boolean {
  return resolvedStates.includes(state);
}
