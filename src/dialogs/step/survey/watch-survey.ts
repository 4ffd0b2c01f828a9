/** When the customer is asked how it was: when all is said, or late, when they have gone; whatever came of their issue. */
import { isWithPerson } from '../../desk-act.ts';
import { enterSystem } from '../flow/enter.ts';
import { proceed } from '../flow/proceed.ts';
import type { Run } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';

/** After a turn: who says goodbye, or whether it is solved, is asked at once; where all is said, the customer's silence is watched. */
export function watchSurvey(run: Run): void {
  const { surveys } = run.program;
  if (!surveys || !isDue(run) || !isQuiet(run)) return;
  const saysFarewell = run.drafts.some(
    (draft) =>
      draft.type === 'resolution.stated' || (draft.type === 'dialog.left' && draft.data.dialog === 'on.goodbye'),
  );
  if (saysFarewell) return ask(run, false);
  const isWatched = Object.values(run.state.timers).some(({ kind }) => kind === 'survey.soon');
  if (!isWatched) setTimer(run, { kind: 'survey.soon', dueInMs: surveys.soonMs });
}

/** Whoever has spoken meanwhile is watched anew after their turn. */
export function onSurveySoon(run: Run): void {
  const { surveys } = run.program;
  if (!surveys || !isDue(run) || !isQuiet(run)) return;
  const left = surveys.soonMs - (run.at - run.state.customerAt);
  if (left > 0) return setTimer(run, { kind: 'survey.soon', dueInMs: left });
  ask(run, false);
}

/** Whoever went in the middle of it is asked too, where a message can still reach them. */
export function onSurveyLate(run: Run): void {
  const { surveys } = run.program;
  const { due } = run.state.survey;
  if (!surveys || !due?.reachable || run.state.pending || isWithPerson(run.state)) return;
  const left = surveys.lateMs - (run.at - run.state.customerAt);
  if (left > 0) return setTimer(run, { kind: 'survey.late', dueInMs: left });
  if (isDue(run)) ask(run, true);
}

function ask(run: Run, late: boolean): void {
  const [item, next = null] = run.state.survey.due?.items ?? [];
  if (item === undefined) return;
  proceed(run, enterSystem(run, 'on.survey', { item, next, late }));
}

/** Something is to be asked about the issue of the moment: an answer would be thought to be about that one. */
function isDue({ state: { survey, case: issue } }: Run): boolean {
  return survey.due !== null && survey.due.case === issue;
}

/** Nothing is asked, done or begun, and no person has the conversation. */
function isQuiet({ state }: Run): boolean {
  return state.open === null && state.pending === null && state.stack.length === 0 && !isWithPerson(state);
}
