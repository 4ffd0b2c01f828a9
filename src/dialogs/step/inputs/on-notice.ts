import { isWithPerson } from '../../desk-act.ts';
import type { NoticeInput } from '../../input.ts';
import { enter } from '../flow/enter.ts';
import { leaveAll, leaveSystem } from '../flow/leave.ts';
import { proceed } from '../flow/proceed.ts';
import { emit, type Run } from '../run.ts';

/**
 * The business has something to tell. A dialog that begins with it interrupts what the customer is at; without one, the notice is only
 * recorded, as where a person has the conversation. While an action runs, its result counts no more: what is told now may change it.
 */
export function onNotice(run: Run, { notice, values }: NoticeInput): void {
  emit(run, { type: 'notice.received', actor: 'system', data: { notice }, words: { values } });
  const dialog = run.program.dialogs.get(run.program.notices.get(notice) ?? '');
  if (!dialog || isWithPerson(run.state)) return;
  leaveSystem(run);
  if (run.state.pending) leaveAll(run, 'replaced');
  proceed(run, enter(run, { dialog, by: 'notice', values }));
}
