/**
 * Why the bot said that: the facts of a turn as a designer reads them, each with the place in the files it comes from.
 */
import type { Draft, Event } from '../../events/event.ts';
import type { StepRef } from '../../events/step-ref.ts';
import type { Value } from '../../events/understood.ts';

/** One line per decision, in order; what only the machinery needs (timers, observations) is left out. */
export function explain(events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => {
    const line = lineOf(event);
    return line === undefined ? [] : [line];
  });
}

function lineOf(event: Draft): string | undefined {
  return conversationLine(event) ?? dialogLine(event) ?? outsideLine(event);
}

function conversationLine(event: Draft): string | undefined {
  switch (event.type) {
    case 'intent.recognised':
      return recognised(event.data);
    case 'message.unmatched':
      return `nothing understood, ${event.data.attempt}. time in a row`;
    case 'message.rephrased':
      return `looks like turn ${event.data.earlierTurn} said again (${percent(event.data.probability)})`;
    case 'bot.said':
      return event.data.expectsInput ? undefined : `says it at ${place(event.data.at)}`;
    case 'turn.stranded':
      return `dead end: nothing to say at ${place(event.data.at)}`;
    case 'turn.halted':
      return `stopped after ${event.data.steps} steps at ${place(event.data.at)}`;
    default:
      return undefined;
  }
}

function recognised({
  accepted,
  threshold,
  candidates,
}: Extract<Draft, { type: 'intent.recognised' }>['data']): string {
  const scores = candidates.slice(0, 3).map(({ intent, score }) => `${intent} ${percent(score)}`);
  const decision = accepted === null ? 'nothing accepted' : `accepted ${accepted}`;
  return `understood: ${scores.join(', ') || 'nothing'}; ${decision} (threshold ${percent(threshold)})`;
}

function dialogLine(event: Draft): string | undefined {
  switch (event.type) {
    case 'dialog.entered':
      return `enters ${event.data.dialog} by ${event.data.by} (${event.data.file}:${event.data.line})`;
    case 'dialog.left':
      return `leaves ${event.data.dialog}: ${event.data.how.replace('_', ' ')}`;
    case 'question.asked':
      return `asks ${event.data.slot ?? event.data.kind} at ${place(event.data.at)}${attempt(event.data)}`;
    case 'slot.filled':
      return `${event.data.slot} = ${shown(event.words?.value)} from ${event.data.from}${event.data.valid ? '' : ', to be checked'}`;
    case 'slot.validated':
      return `${event.data.slot} is valid`;
    case 'slot.refused':
      return `${event.data.slot} refused: ${event.data.reason}`;
    case 'slot.corrected':
      return `${event.data.slot} corrected`;
    case 'value.set':
      return `${event.data.name} = ${shown(event.words?.value)}`;
    case 'goal.reached':
      return `goal ${event.data.goal} reached at ${place(event.data.at)}`;
    case 'goal.failed':
      return `goal ${event.data.goal} failed`;
    default:
      return undefined;
  }
}

function outsideLine(event: Draft): string | undefined {
  switch (event.type) {
    case 'action.requested':
      return `calls ${event.data.action} with ${shown(event.words?.input)}${event.data.at ? ` at ${place(event.data.at)}` : ''}`;
    case 'action.succeeded':
      return `${event.data.action} gave ${shown(event.words?.output)} in ${event.data.durationMs} ms`;
    case 'action.failed':
      return `${event.data.action} failed (${event.data.failure}): ${event.words?.message ?? ''}`;
    case 'goal.verified':
      return `goal ${event.data.goal}: the system of record says ${event.data.value ? 'yes' : 'no'}`;
    case 'handoff.requested':
      return `asks for a person: ${event.data.reason}${event.data.team === null ? '' : `, team ${event.data.team}`}`;
    case 'handoff.unavailable':
      return `no person available: ${event.data.why}`;
    default:
      return undefined;
  }
}

function attempt({ attempt: count, reason }: { readonly attempt: number; readonly reason: string }): string {
  return reason === 'first' ? '' : ` (${reason}, attempt ${count})`;
}

function place(at: StepRef | null): string {
  return at === null ? 'no step' : `${at.file}:${at.line}`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

function shown(value: Value | undefined): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
