/** Texts of the program in the language of the conversation. */
import type { Answer, Answering, Dialog, Template } from '../program.ts';
import { inLanguage, translated } from '../texts/translated.ts';
import { type Run, type Speaking, scopeOf } from './run.ts';

/** The text with its values. Of several variations of a translation the first. */
export function wording(run: Speaking, template: Template): string {
  const [first = template] = translated(run.program, template, run.state.locale);
  return first.format(scopeOf(run));
}

/** What a dialog is about, in the customer's words; `null` where nothing is said of it. */
export function aboutOf(run: Run, dialog: Dialog | undefined): string | null {
  return dialog?.about ? wording(run, dialog.about) : null;
}

/** All texts that may be said for some variations. */
export function variationsOf(run: Run, texts: readonly Template[]): readonly Template[] {
  return texts.flatMap((text) => translated(run.program, text, run.state.locale));
}

/** What an answer says in the language of the conversation. */
export function answering(run: Run, answer: Answer): Answering {
  return inLanguage(answer.inLanguage, run.state.locale) ?? answer;
}
