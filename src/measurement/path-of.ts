/**
 * The way a customer took through a bot's dialogs. Facts only.
 */
import type { Context } from './case/context.ts';
import { isSystem } from './case/fold-dialogs.ts';

/**
 * A dialog of a case.
 *
 * @property asked slots it asked for, each once, in order
 * @property how it was left; `null` while it runs
 */
export type PathPart = {
  readonly dialog: string;
  readonly asked: readonly string[];
  readonly how: 'finished' | 'cancelled' | 'replaced' | 'handed_off' | 'failed' | null;
};

/** A case names so many dialogs, and so many slots of each. */
const most = 12;

/** In the order in which they were first entered, without those of the framework itself. */
export function pathOf({ dialogs }: Context): readonly PathPart[] {
  return dialogs
    .filter(({ dialog }) => !isSystem(dialog))
    .slice(0, most)
    .map(({ dialog, asked, left }) => ({ dialog, asked: asked.slice(0, most), how: left }));
}
