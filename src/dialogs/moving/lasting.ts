/** How long a conversation keeps the program it runs on. */
import type { Instant } from '../../events/instant.ts';
import type { Program } from '../program.ts';
import type { State } from '../state.ts';
import { windowMs } from '../step/time/windows.ts';

/** The last question to the system of record may come late: after a stop, or after a slow answer. */
const graceMs = 3_600_000;

/** Until when a goal reached at `since` may still be verified; `since` itself when the program does not verify it. */
export function verifiableUntil(program: Program, name: string, since: Instant): Instant {
  for (const { goal } of program.dialogs.values()) {
    if (goal?.name === name && goal.verify) return since + goal.verify.withinMs + graceMs;
  }
  return since;
}

/**
 * When a conversation gives its program up: seven days after the customer's last word, the window in which they could come back with the same issue,
 * or when the last goal has been verified, whichever is later.
 *
 * @param last time of its last event, for a customer who has not spoken yet
 */
export function keepsUntil(program: Program, state: State, last: Instant): Instant {
  const silent = (state.turn === 0 ? last : state.customerAt) + windowMs;
  const verified = Object.values(state.verifying).map(({ goal, since }) => verifiableUntil(program, goal, since));
  return Math.max(silent, ...verified);
}
