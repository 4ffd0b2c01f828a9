import { enterSystem } from '../flow/enter.ts';
import { leaveTask } from '../flow/leave.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';
import { lastItem, noteAnswer, readSurvey } from './read-survey.ts';

/** A survey is open for so long: what is said later is not what was felt. */
const openMs = 7 * 24 * 3_600_000;

/**
 * What a turn that answers a survey leads to where it is no plain answer to the open question: an answer in words of their own, one given again, one that
 * comes when the survey is closed.
 *
 * @returns `undefined` for every other turn
 */
export function besideScale(run: Run, text: string): Next | undefined {
  const said = run.drafts.find((draft) => draft.type === 'customer.said');
  if (said?.data.survey !== true) return undefined;
  const { open, survey } = run.state;
  const afterMs = run.at - (survey.last?.at ?? run.at);
  if (afterMs > openMs) return closed(run, afterMs);
  return open === null ? again(run, text) : comment(run, text);
}

function closed(run: Run, afterMs: number): Next {
  const item = run.state.survey.last?.item ?? 'csat';
  if (run.state.open) leaveTask(run, 'cancelled');
  emit(run, { type: 'survey.closed', actor: 'customer', data: { item, afterMs } });
  return enterSystem(run, 'on.survey', { item: 'closed' });
}

/** The last word counts. */
function again(run: Run, text: string): Next | undefined {
  const node = lastItem(run);
  const value = node && readSurvey(run, node, text);
  if (!node || value === undefined) return undefined;
  noteAnswer(run, node, { value, again: true });
  return enterSystem(run, 'on.survey', { item: 'again' });
}

function comment(run: Run, text: string): Next | undefined {
  const node = topDialog(run)?.nodes.get(run.state.open?.ref.step ?? '');
  if (node?.kind !== 'survey' || readSurvey(run, node, text) !== undefined) return undefined;
  emit(run, { type: 'question.closed', actor: 'customer', data: { at: node.ref, how: 'answered' } });
  emit(run, { type: 'survey.commented', actor: 'customer', data: { at: node.ref, item: node.item }, words: { text } });
  return { to: node.next };
}
