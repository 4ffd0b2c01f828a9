/** What a message wants besides what is served first: short answers are given at once, dialogs wait until nothing else is going on. */

import { sayAnswer } from '../flow/begin.ts';
import { enterSystem } from '../flow/enter.ts';
import { emit, type Next, type Run } from '../run.ts';
import { aboutOf } from '../wording.ts';
import type { Wanted } from './wanted.ts';

/** Nothing is kept where a person is asked for, or where the customer takes leave. */
export function keepFurther(run: Run, wanted: Wanted): void {
  if (wanted.kind === 'dialog' && (wanted.dialog.name === 'on.human' || wanted.dialog.name === 'on.goodbye')) return;
  const { accepted = null, intents = [] } = run.understood ?? {};
  const further = [...new Set(intents.map(({ intent }) => intent))].filter((intent) => intent !== accepted);
  for (const intent of further) {
    const answer = run.program.starts.has(intent) ? undefined : run.program.answers.get(intent);
    if (answer) sayAnswer(run, answer);
  }
  const kept = further.filter((intent) => isNew(run, intent, wanted));
  if (kept.length > 0) emit(run, { type: 'wish.kept', actor: 'bot', data: { intents: kept } });
}

/** It begins a dialog of the bot that is neither going on nor about to. */
function isNew({ program, state }: Run, intent: string, wanted: Wanted): boolean {
  const name = program.starts.get(intent);
  if (name === undefined || name.startsWith('on.')) return false;
  const isWanted = wanted.kind === 'dialog' && wanted.dialog.name === name;
  return !isWanted && !state.stack.some(({ dialog }) => dialog === name);
}

/**
 * The next of the wishes that wait, announced.
 *
 * @returns `undefined` while anything else is going on, and when nothing waits
 */
export function nextWish(run: Run): Next | undefined {
  const { stack, pending, handoff, wishes } = run.state;
  if (stack.length > 0 || pending !== null || handoff !== null) return undefined;
  const intent = wishes.find((wish) => run.program.starts.has(wish));
  const dialog = run.program.dialogs.get(run.program.starts.get(intent ?? '') ?? '');
  if (intent === undefined || !dialog) return undefined;
  return enterSystem(run, 'on.next', { about: aboutOf(run, dialog), begin: intent });
}
