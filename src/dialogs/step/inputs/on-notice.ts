import { isWithPerson } from '../../desk-act.ts';
import type { NoticeInput } from '../../input.ts';
import { enter } from '../flow/enter.ts';
import { leaveAll, leaveSystem } from '../flow/leave.ts';
import { proceed } from '../flow/proceed.ts';
import { watchCase } from '../issues/name-issue.ts';
import { openCase } from '../issues/open-case.ts';
import { emit, type Run } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';

/** The name of the experiment of a notice. */
export function noticeExperiment(notice: string): string {
  return `notice:${notice}`;
}

/**
 * The business has something to tell. A dialog that begins with it interrupts what the customer is at; without one, the notice is only
 * recorded, as where a person has the conversation. While an action runs, its result counts no more: what is told now may change it.
 *
 * One with a key is an issue of its own where nothing else goes on, whether or not the customer is told: so those who are can be compared with those who are
 * not.
 */
export function onNotice(run: Run, input: NoticeInput): void {
  const { notice, values, key, arm, laterMs = 0 } = input;
  if (laterMs > 0) return tellLater(run, input, laterMs);
  if (key !== undefined && run.state.case === null) openCase(run, null);
  if (arm) emit(run, { type: 'arm.assigned', actor: 'system', data: { experiment: noticeExperiment(notice), ...arm } });
  const data = { notice, ...(key === undefined ? {} : { key }) };
  if (key !== undefined) watchCase(run);
  if (arm?.arm === 'held_out') return hold(run, notice, key ?? '');
  emit(run, { type: 'notice.received', actor: 'system', data, words: { values } });
  const dialog = run.program.dialogs.get(run.program.notices.get(notice) ?? '');
  if (!dialog || isWithPerson(run.state)) return;
  leaveSystem(run);
  if (run.state.pending) leaveAll(run, 'replaced');
  proceed(run, enter(run, { dialog, by: 'notice', values }));
}

function hold(run: Run, notice: string, key: string): void {
  if (run.state.notices.some((one) => one.key === key)) return;
  emit(run, { type: 'notice.held', actor: 'system', data: { notice, key } });
}

function tellLater(run: Run, { notice, values, key, arm }: NoticeInput, dueInMs: number): void {
  const data = { notice, later: true, ...(key === undefined ? {} : { key }) };
  if (arm?.arm === 'held_out') hold(run, notice, key ?? '');
  else emit(run, { type: 'notice.received', actor: 'system', data, words: { values } });
  const request = [notice, key ?? '', arm?.arm ?? '', arm?.probability ?? ''].join('\n');
  setTimer(run, { kind: 'notice.due', dueInMs, request, text: JSON.stringify(values) });
}
