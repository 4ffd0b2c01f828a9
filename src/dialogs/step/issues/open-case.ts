import { assignArms } from '../acting/assign-arms.ts';
import { emit, type Run } from '../run.ts';

export function openCase(run: Run, intent: string | null): void {
  const id = `${run.state.conversation}/${run.state.counters.case + 1}`;
  emit(run, { type: 'case.opened', actor: 'system', data: { case: id, intent } });
  assignArms(run);
}
