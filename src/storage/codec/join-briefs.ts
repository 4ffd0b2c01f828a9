import type { CountedFacts } from '../../runtime/ports/facts.ts';

/** What reports keep of all cases of a conversation, a line each. */
export function joinBriefs(rows: readonly CountedFacts[]): string {
  return rows.flatMap(({ brief }) => brief ?? []).join('\n');
}
