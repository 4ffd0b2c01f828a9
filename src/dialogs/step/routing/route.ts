/**
 * Where a customer's turn leads. In this order: a correction of something said before, a plain answer to the open question, an urgent wish,
 * another answer, a digression, "did you mean …?", a repair.
 */
import { callChain } from '../../evolve/evolve-slots.ts';
import type { Dialog } from '../../program.ts';
import type { OpenQuestion } from '../../state.ts';
import { languageName } from '../../texts/translated.ts';
import { askNode } from '../flow/ask.ts';
import { enterWanted, giveAnswer, notUnderstood } from '../flow/begin.ts';
import { enter, enterSystem } from '../flow/enter.ts';
import { finish, leave, leaveAll, leaveSystem, leaveTask, standAt } from '../flow/leave.ts';
import { languageOf } from '../inputs/hear.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { aboutOf } from '../wording.ts';
import { answerOpen, type Reading } from './answer.ts';
import { clarify } from './clarify.ts';
import { correct } from './correct.ts';
import { keepFurther } from './further.ts';
import { repair } from './repair.ts';
import { findSaid, type Said, takeFresh } from './said.ts';
import { type Wanted, wantedBy } from './wanted.ts';

export function route(run: Run, text: string): Next {
  const { askedLanguage } = run.understood ?? {};
  if (askedLanguage !== undefined) return speakLanguage(run, askedLanguage);
  const wanted = wantedBy(run.program, run.understood);
  const { open } = run.state;
  if (open) return answerOrMore(run, { open, wanted, text });
  if (wanted.kind === 'dialog' && isRunning(run, wanted.dialog.name)) return goBack(run, wanted.dialog);
  return clarify(run, wanted) ?? beginWanted(run, wanted);
}

/** In the language that was asked for, or, where the bot does not speak it, in the present one; then on with what was going on. */
function speakLanguage(run: Run, asked: string): Next {
  const wanted = languageOf(run.program, asked);
  const { locale } = run.state;
  const names = run.program.locales.map((language) => languageName(language, locale));
  return enterSystem(run, 'on.language', {
    language: wanted === undefined ? null : languageName(wanted, locale),
    languages: names,
  });
}

/** With no question open a dialog waits for something else: the customer is told that it is not forgotten. */
function goBack(run: Run, dialog: Dialog): Next {
  return isUnderWay(run, dialog.name)
    ? enterSystem(run, 'on.resume', { about: aboutOf(run, dialog) })
    : backTo(run, dialog.name);
}

type Turn = { readonly open: OpenQuestion; readonly wanted: Wanted; readonly text: string };

function answerOrMore(run: Run, { open, wanted, text }: Turn): Next {
  const isElsewhere = wanted.kind === 'dialog' && !isRunning(run, wanted.dialog.name);
  const reading = answerOpen(run, open, text);
  const said = findSaid(run, { text, reading });
  if (!isElsewhere && said.corrections.length > 0) return correct(run, { open, reading, said });
  const takes = reading && (!isElsewhere || takesPrecedence({ reading, wanted, text }));
  if (takes && (wanted.kind !== 'answer' || takesPrecedence({ reading, wanted, text })))
    return take(run, reading, said);
  if (isElsewhere || wanted.kind === 'answer')
    return isOwnSurvey(run, open) ? beyondSurvey(run, wanted) : beginWanted(run, wanted);
  return withoutAnswer(run, { open, wanted, said });
}

/** Values for other questions are kept before the dialog goes on with this one. */
function take(run: Run, reading: Reading, said: Said): Next {
  takeFresh(run, said);
  return reading.take();
}

/** A survey that no dialog of the bot's asks: nobody comes back to it. */
function isOwnSurvey(run: Run, open: OpenQuestion): boolean {
  return open.kind === 'survey' && topFrame(run)?.by === 'system';
}

type Unanswered = { readonly open: OpenQuestion; readonly wanted: Wanted; readonly said: Said };

function withoutAnswer(run: Run, { open, wanted, said }: Unanswered): Next {
  if (wanted.kind === 'dialog' && !isUnderWay(run, wanted.dialog.name)) return backTo(run, wanted.dialog.name);
  if (open.kind === 'survey') return beyondSurvey(run, wanted);
  const isOwn = topFrame(run)?.by !== 'system';
  if (said.fresh.length > 0) return askOn(run, said, open);
  return (isOwn ? undefined : unclearOrNew(run)) ?? repair(run, open);
}

/** Something for another question was said instead: it is kept, and the question stands. */
function askOn(run: Run, said: Said, open: OpenQuestion): Next {
  takeFresh(run, said);
  const node = topDialog(run)?.nodes.get(open.ref.step);
  return (node && askNode(run, node, 'resumed')) ?? finish(run);
}

/** Who does not answer a survey goes on with what they want. */
function beyondSurvey(run: Run, wanted: Wanted): Next {
  const node = topDialog(run)?.nodes.get(run.state.open?.ref.step ?? '');
  if (node) askNode(run, node, 'resumed');
  leaveTask(run, 'cancelled');
  return clarify(run, wanted) ?? beginWanted(run, wanted);
}

/** A question of the framework itself ("did you mean …?") gives way to what may have been meant. */
function unclearOrNew(run: Run): Next | undefined {
  if (topFrame(run)?.dialog !== 'on.clarify') return undefined;
  leaveSystem(run);
  return notUnderstood(run);
}

type Competing = { readonly reading: Reading; readonly wanted: Wanted; readonly text: string };

/** A plain answer wins over an intent; free text and a value inside a longer message lose to a wish for something else. */
function takesPrecedence({ reading, wanted, text }: Competing): boolean {
  if (wanted.kind === 'nothing' || reading.certainty === 'plain') return true;
  if (wanted.kind === 'answer') return reading.certainty === 'free' || reading.covers * 2 >= text.length;
  if (reading.certainty === 'free') return !wanted.dialog.name.startsWith('on.');
  return reading.covers * 2 >= text.length;
}

function isRunning(run: Run, dialog: string): boolean {
  return run.state.stack.some((frame) => frame.dialog === dialog);
}

/** The customer is at it: it is the innermost dialog, or has called it. */
function isUnderWay(run: Run, dialog: string): boolean {
  return run.state.stack.slice(callChain(run.state.stack)).some((frame) => frame.dialog === dialog);
}

/** The customer returns to a dialog that a digression had interrupted. */
function backTo(run: Run, dialog: string): Next {
  const at = run.state.open?.ref ?? null;
  while (topFrame(run)?.dialog !== dialog) leave(run, 'replaced');
  emit(run, { type: 'dialog.backtracked', actor: 'customer', data: { at, dialog } });
  const node = topDialog(run)?.nodes.get(topFrame(run)?.at ?? '');
  return node ? standAt(run, node) : finish(run);
}

/** Begins what is wanted; where nothing is, the no-match repair, which escalates. */
function beginWanted(run: Run, wanted: Wanted): Next {
  keepFurther(run, wanted);
  if (wanted.kind === 'answer') return giveAnswer(run, wanted.answer);
  if (wanted.kind === 'dialog') return beginDialog(run, wanted);
  return notUnderstood(run);
}

/** Deeper than this, older digressions are given up. */
const deepest = 6;

function beginDialog(run: Run, wanted: Wanted & { readonly kind: 'dialog' }): Next {
  const { dialog } = wanted;
  if (dialog.name === 'on.human') emitHumanRequest(run);
  if (!dialog.name.startsWith('on.')) leaveSystem(run);
  const about = aboutOf(run, topDialog(run));
  if (dialog.name === 'on.cancel') return cancel(run);
  if (dialog.name === 'on.goodbye') leaveAll(run, 'cancelled');
  if (run.state.stack.length >= deepest || run.state.pending) leaveAll(run, 'replaced');
  return interrupt(run, wanted) ?? enterWanted(run, { ...wanted, about });
}

/** Ends what the customer is at; what that had interrupted goes on, and is named. */
function cancel(run: Run): Next {
  leaveSystem(run);
  const about = aboutOf(run, topDialog(run));
  const wasActive = leaveTask(run, 'cancelled') !== undefined;
  const remaining = aboutOf(run, topDialog(run)) ?? (topFrame(run) ? '' : null);
  const intent = run.understood?.accepted ?? undefined;
  const dialog = run.program.dialogs.get('on.cancel');
  const values = { about: wasActive ? (about ?? '') : null, remaining };
  return dialog ? enter(run, { dialog, by: 'system', ...(intent ? { intent } : {}), values }) : 'wait';
}

/** A question of one dialog gives way to another dialog: the customer is told that it is not forgotten. */
function interrupt(run: Run, { dialog, intent }: Wanted & { readonly kind: 'dialog' }): Next | undefined {
  const interrupted = topDialog(run);
  const said = run.program.dialogs.get('on.interruption');
  if (dialog.name.startsWith('on.') || !interrupted || !said?.first) return undefined;
  return enterSystem(run, 'on.interruption', { about: aboutOf(run, interrupted), begin: intent });
}

function emitHumanRequest(run: Run): void {
  emit(run, { type: 'human.requested', actor: 'customer', data: { count: run.state.humanRequests + 1 } });
}
