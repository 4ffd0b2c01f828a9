import { isWithPerson } from '../../desk-act.ts';
import type { MessageInput } from '../../input.ts';
import { wantedBy } from '../routing/wanted.ts';
import { type Run, topDialog } from '../run.ts';
import { lastItem, readSurvey } from './read-survey.ts';

/**
 * Whether a turn answers a survey: on its scale, in words of their own while the question stands, or once more with one of its buttons. A wish for something
 * else does not.
 */
export function answersSurvey(run: Run, { messages, understood }: MessageInput): boolean {
  const { open } = run.state;
  if (isWithPerson(run.state)) return false;
  const text = messages.map((message) => message.text).join('\n');
  const asked = open?.kind === 'survey' ? topDialog(run)?.nodes.get(open.ref.step) : undefined;
  const wantsNothing = wantedBy(run.program, understood).kind === 'nothing' && understood.askedLanguage === undefined;
  if (asked?.kind === 'survey') return wantsNothing || readSurvey(run, asked, text) !== undefined;
  if (open !== null || !wantsNothing) return false;
  const last = lastItem(run);
  return last !== undefined && text.length <= longestRepeated && readSurvey(run, last, text) !== undefined;
}

/** An answer given again is a button, or as short as one. */
const longestRepeated = 30;
