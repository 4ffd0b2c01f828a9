/**
 * What was said in a case, in a terminal: each burden below the words it goes with.
 */
import type { Mark } from '../case/mark-burdens.ts';
import type { CaseView } from '../case/view-case.ts';
import { signalWords, whereOf } from '../words.ts';
import { type Look, type Paint, paintFor } from './paint.ts';

/**
 * @param zone IANA time zone of the times
 * @returns lines joined by newlines, the last one ended; a conversation other than the one before is announced
 */
export function renderTranscript({ transcript }: CaseView, zone: string, look: Look): string {
  const paint = paintFor(look.colour);
  const times = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' });
  const lines = transcript.flatMap(({ conversation, at, actor, text, burdens }, index) => [
    ...(transcript[index - 1]?.conversation === conversation ? [] : [paint.dim(`Conversation ${conversation}`)]),
    `${paint.dim(times.format(new Date(at)))}  ${who(actor, paint)} ${spoken(text, paint)}`,
    ...burdens.map((mark) => `${indent}${markLine(mark, paint)}`),
  ]);
  return `${lines.join('\n')}\n`;
}

const indent = ' '.repeat(24);

function who(actor: string, paint: Paint): string {
  const name = `${actor}:`.padEnd(9);
  return actor === 'customer' ? paint.strong(name) : name;
}

function spoken(text: string | null, paint: Paint): string {
  return text === null ? paint.dim('(erased)') : text.replaceAll('\n', `\n${indent}          `);
}

function markLine({ signal, points, probable, step, owner }: Mark, paint: Paint): string {
  const likely = probable ? ', probably' : '';
  const place = step === null ? '' : `  ${whereOf(step)}`;
  return `${paint.bad(`▲ ${signalWords[signal]}${likely}`)} +${points.toFixed(2)}${paint.dim(`${place}  (${owner})`)}`;
}
