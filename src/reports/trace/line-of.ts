/**
 * What one fact of a turn means to a designer, in words, with its place in the bot's files.
 */
import type { Draft, DraftOf } from '../../events/event.ts';
import { masked } from '../../events/speech/masked.ts';
import type { StepRef } from '../../events/step-ref.ts';
import type { Value } from '../../events/understood.ts';

/** @property at where in the files; `null` where it belongs to no step */
export type TraceLine = { readonly text: string; readonly at: Place | null };

type Place = Pick<StepRef, 'file' | 'line'>;

/**
 * Values of sensitive slots are dots.
 *
 * @returns `undefined` for what only the machinery needs: timers, observations
 */
export function lineOf(event: Draft): TraceLine | undefined {
  const seen = masked(event);
  const found = conversationLine(seen) ?? dialogLine(seen) ?? questionLine(seen) ?? outsideLine(seen);
  return found && { ...found, text: cut(found.text) };
}

function line(text: string, at: Place | null = null): TraceLine {
  return { text, at: at && { file: at.file, line: at.line } };
}

function conversationLine(event: Draft): TraceLine | undefined {
  switch (event.type) {
    case 'intent.recognised':
      return line(recognised(event.data));
    case 'message.unmatched':
      return line(`nothing understood, ${event.data.attempt}. time in a row`, event.data.at);
    case 'message.unclear':
      return line(`not clear which of ${event.data.candidates} was meant: asks`, event.data.at);
    case 'notice.received':
      return line(`notice ${event.data.notice}`);
    case 'conversation.redirected':
      return line(`sends the customer to ${event.data.to}`, event.data.at);
    case 'survey.answered':
      return line(`survey ${event.data.item}: ${event.data.value}`, event.data.at);
    case 'survey.commented':
      return line(`survey ${event.data.item}, in other words: ${shown(event.words?.text)}`, event.data.at);
    case 'customer.quiet':
      return line('the customer is silent', event.data.at);
    case 'message.rephrased':
      return line(`looks like turn ${event.data.earlierTurn} said again (${percent(event.data.probability)})`);
    case 'bot.said':
      return line(`says ${shown(event.words?.text)}`, event.data.at);
    case 'turn.stranded':
      return line('dead end: nothing to say', event.data.at);
    case 'turn.halted':
      return line(`stopped after ${event.data.steps} steps`, event.data.at);
    case 'program.changed':
      return line(changed(event.data));
    default:
      return undefined;
  }
}

function recognised({
  accepted,
  threshold,
  candidates,
  further = [],
}: Extract<Draft, { type: 'intent.recognised' }>['data']): string {
  const scores = candidates.slice(0, 3).map(({ intent, score }) => `${intent} ${percent(score)}`);
  const decision = accepted === null ? 'nothing accepted' : `accepted ${accepted}`;
  const more = further.length > 0 ? `, and ${further.join(', ')}` : '';
  return `understood: ${scores.join(', ') || 'nothing'}; ${decision}${more} (threshold ${percent(threshold)})`;
}

function dialogLine(event: Draft): TraceLine | undefined {
  switch (event.type) {
    case 'dialog.entered':
      return line(`enters ${event.data.dialog} by ${event.data.by}`, event.data);
    case 'branch.taken':
      return line(`decides ${event.data.value ? 'yes' : 'no'}`, event.data.at);
    case 'dialog.left':
      return line(`leaves ${event.data.dialog}: ${event.data.how.replace('_', ' ')}`);
    case 'wish.kept':
      return line(`keeps for afterwards: ${event.data.intents.join(', ')}`);
    case 'dialog.backtracked':
      return line(`back to ${event.data.dialog}`, event.data.at);
    case 'promise.made':
      return line(`promises ${event.data.what}`, event.data.at);
    case 'promise.kept':
    case 'promise.broken':
      return line(`promise of ${event.data.what}: ${event.type === 'promise.kept' ? 'kept' : 'broken'}`);
    case 'value.set':
      return line(`${event.data.name} = ${shown(event.words?.value)}`);
    case 'goal.reached':
      return line(`goal ${event.data.goal} reached`, event.data.at);
    case 'goal.failed':
      return line(`goal ${event.data.goal} failed`, event.data.at);
    default:
      return undefined;
  }
}

function questionLine(event: Draft): TraceLine | undefined {
  switch (event.type) {
    case 'question.asked':
      return line(`asks ${event.data.slot ?? event.data.kind}${attempt(event.data)}`, event.data.at);
    case 'question.skipped':
      return line(`does not ask ${event.data.slot}: it is known`, event.data.at);
    case 'slot.filled':
      return line(filled(event));
    case 'slot.validated':
      return line(`${event.data.slot} is valid`);
    case 'slot.refused':
      return line(`${event.data.slot} refused: ${event.data.reason}`, event.data.at);
    case 'slot.corrected':
      return line(corrected(event.data), event.data.at);
    case 'confirmation.refused':
      return line('refused', event.data.at);
    default:
      return undefined;
  }
}

function corrected({ slot, to }: DraftOf<'slot.corrected'>['data']): string {
  return to ? `${slot} corrected, goes on from line ${to.line}` : `${slot} corrected`;
}

/** Where a value comes from, in words. */
const origins: Readonly<Record<DraftOf<'slot.filled'>['data']['from'], string>> = {
  answer: 'from the answer',
  message: 'from what else was said',
  parameter: 'given by the calling dialog',
  corrected: 'as a correction',
  earlier: 'known from before',
  record: 'known of the customer',
};

function outsideLine(event: Draft): TraceLine | undefined {
  switch (event.type) {
    case 'action.requested':
      return line(`calls ${event.data.action} with ${shown(event.words?.input)}`, event.data.at);
    case 'action.succeeded':
      return line(`${event.data.action} gave ${shown(event.words?.output)} in ${event.data.durationMs} ms`);
    case 'action.failed':
      return line(
        `${event.data.action} failed (${event.data.failure}): ${event.words?.message ?? 'erased'}`,
        event.data.at,
      );
    case 'goal.verified':
      return line(`goal ${event.data.goal}: the system of record says ${event.data.value ? 'yes' : 'no'}`);
    case 'handoff.requested':
      return line(
        `asks for a person: ${event.data.reason}${event.data.team === null ? '' : `, team ${event.data.team}`}`,
        event.data.at,
      );
    case 'handoff.rerouted':
      return line(
        event.data.why === 'failed'
          ? `${event.data.from} cannot serve; people here are asked`
          : `${event.data.from} could not be told; people here are asked`,
      );
    case 'handoff.unavailable':
      return line(`no person available: ${event.data.why}`);
    default:
      return undefined;
  }
}

function attempt({ attempt: count, reason }: { readonly attempt: number; readonly reason: string }): string {
  return reason === 'first' ? '' : ` (${reason}, attempt ${count})`;
}

function filled({ data, words }: DraftOf<'slot.filled'>): string {
  return `${data.slot} = ${shown(words?.value)} ${origins[data.from]}${data.valid ? '' : ', to be checked'}`;
}

function changed({ from, to, places }: DraftOf<'program.changed'>['data']): string {
  return places.length === 0
    ? `goes on with program ${to} instead of ${from}`
    : `moves from program ${from} to ${to}, at the same place`;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

function shown(value: Value | undefined): string {
  return value === undefined ? 'what was erased' : JSON.stringify(value);
}

/** After hiding: half a value is a value too. */
function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

const longest = 240;
