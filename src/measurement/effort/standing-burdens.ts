/**
 * Burdens that are no single event: what a case took beyond what it needs, and how the wish for a person was met.
 */
import type { StepRef } from '../../events/step-ref.ts';
import type { Context, DialogSeen } from '../case/context.ts';
import { isSystem } from '../case/fold-dialogs.ts';
import type { Measures } from '../constants/measures.ts';
import { complete, type Found } from './found.ts';
import type { Burden } from './tally.ts';
import { turnReference } from './turn-reference.ts';

/** Recomputed whenever a case is read; they never fall as events are added. */
export function standingBurdens(measures: Measures, context: Context): readonly Burden[] {
  return [...length(measures, context), ...humanRequests(measures, context), ...channelSwitches(measures, context)];
}

/** What a conversation with another bot needs is not known: its length is no burden. */
function length(measures: Measures, context: Context): readonly Burden[] {
  if (context.origin?.foreign) return [];
  const turn = context.counted?.turn ?? 0;
  return [turns(measures, context), words(measures, context)]
    .filter((found) => found !== null)
    .map((found) => complete(measures, context, { found, turn, conversation: conversationOf(context) }));
}

function turns(measures: Measures, context: Context): Found | null {
  const count = context.customerTurns - turnReference(measures, context);
  return count > 0 ? { signal: 'turns', at: headOf(context), count } : null;
}

function words(measures: Measures, context: Context): Found | null {
  if (context.words === null || context.words === 0) return null;
  const { dialogs, wordsPerTurn } = measures.references;
  const ofDialog = dialogs?.[mainDialog(context)?.dialog ?? '']?.words;
  const reference = ofDialog ?? wordsPerTurn * turnReference(measures, context);
  const count = Math.log2(context.words / reference);
  return count > 0 ? { signal: 'words', at: headOf(context), count } : null;
}

/** Length belongs to the dialog the customer came for. */
function headOf(context: Context): StepRef | null {
  const main = mainDialog(context);
  return main ? { dialog: main.dialog, step: '', file: main.file, line: main.line } : null;
}

/** The first dialog the customer began. */
export function mainDialog({ dialogs }: Context): DialogSeen | undefined {
  return dialogs.find(({ by, dialog }) => by === 'intent' && !isSystem(dialog));
}

/** The first wish for a person is light if it was served within one turn; one that was not, and each further one, is heavy. */
function humanRequests(measures: Measures, context: Context): readonly Burden[] {
  return context.person.asks.map(({ turn, step, count }, index) => {
    const isLight = index === 0 && context.person.firstServed !== false;
    const found: Found = { signal: isLight ? 'human_request' : 'human_request_again', at: step, count };
    return complete(measures, context, { found, turn, conversation: conversationOf(context) });
  });
}

/** Sent to another channel: likely a burden, and certain once the customer is seen there. */
function channelSwitches(measures: Measures, context: Context): readonly Burden[] {
  const { sent, followed } = context.redirects;
  return sent.map(({ turn, step }, index) => {
    const isSeen = index < followed;
    const found: Found = { signal: 'channel_switch', at: step, count: isSeen ? 1 : 0.5, probable: !isSeen };
    return complete(measures, context, { found, turn, conversation: conversationOf(context) });
  });
}

function conversationOf({ conversations }: Context): string {
  return conversations[0] ?? '';
}
