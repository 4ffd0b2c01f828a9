/**
 * Which program a conversation goes on with: its own, or today's, when it has a place there or has waited too long.
 */
import type { Input } from '../../dialogs/input.ts';
import { findMove, type Move } from '../../dialogs/moving/find-move.ts';
import { keepsUntil } from '../../dialogs/moving/lasting.ts';
import type { State } from '../../dialogs/state.ts';
import { stepLost, stepMoved } from '../../dialogs/step/move-on.ts';
import { step } from '../../dialogs/step/step.ts';
import type { Draft } from '../../events/event.ts';
import type { Bot, Bots, Clock } from '../ports.ts';
import type { Live } from './live.ts';

/**
 * @property change `none`: the program the conversation has; `moved`: another one, at the same place; `lost`: another one, in which the running dialogs
 *   have no place
 */
export type Course =
  | { readonly bot: Bot; readonly change: 'none' | 'lost' }
  | { readonly bot: Bot; readonly change: 'moved'; readonly move: Move };

/** @returns `undefined` for a conversation that does not run on today's program */
export function todays(bots: Bots, { head }: Live): Course | undefined {
  const bot = bots.current();
  return bot.program.hash === head.program ? { bot, change: 'none' } : undefined;
}

/**
 * The course of a conversation with an older program. It never goes back to one that is older still, as happens where processes of two versions
 * share the work.
 *
 * @param isAwaited whether somebody waits for what comes of this turn; what nobody waits for ends no dialog
 */
export async function findCourse(
  { bots, clock }: { readonly bots: Bots; readonly clock: Clock },
  { head, state }: Live,
  isAwaited: boolean,
): Promise<Course> {
  const own = await bots.version(head.program);
  const bot = bots.current();
  if (!own) return { bot, change: isAwaited ? 'lost' : 'none' };
  if (bot.since < own.since) return { bot: own, change: 'none' };
  const at = Math.max(clock.now(), head.at);
  const { move } = findMove({ from: own.program, to: bot.program, state, at });
  if (move) return { bot, change: 'moved', move };
  const isOver = at >= keepsUntil(own.program, state, head.at);
  return isOver && isAwaited ? { bot, change: 'lost' } : { bot: own, change: 'none' };
}

/** What the turn leads to on its course. */
export function decideOn(course: Course, state: State, input: Input): readonly Draft[] {
  const { program } = course.bot;
  switch (course.change) {
    case 'none':
      return step(program, state, input);
    case 'moved':
      return stepMoved(program, state, { move: course.move, input });
    case 'lost':
      return stepLost(program, state, input);
  }
}
