import type { Choice } from '../../../events/conversation-events.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import type { Option, Template } from '../../program.ts';
import { emit, type Run, scopeOf } from '../run.ts';

export type Speech = {
  readonly at: StepRef | null;
  readonly text: string;
  readonly choices?: readonly Choice[];
  readonly expectsInput?: boolean;
};

/** Says a text; an empty one is not said. */
export function speak(run: Run, { at, text, choices = [], expectsInput = false }: Speech): void {
  if (text.trim() === '') return;
  const words = choices.length > 0 ? { text, choices: [...choices] } : { text };
  emit(run, { type: 'bot.said', actor: 'bot', data: { at, choices: choices.length, expectsInput }, words });
}

/** One of several variations, never the one the customer read last. */
export function variation(run: Run, texts: readonly Template[]): string {
  const start = Math.floor(run.random * texts.length);
  const scope = scopeOf(run);
  const last = new Set(run.state.lastSaid.map((said) => said.text));
  const ordered = [...texts.slice(start), ...texts.slice(0, start)];
  for (const template of ordered) {
    const text = template.format(scope);
    if (!last.has(text)) return text;
  }
  return ordered[0]?.format(scope) ?? '';
}

export function choicesOf(run: Run, options: readonly Option[]): readonly Choice[] {
  const scope = scopeOf(run);
  return options.map(({ value, title }) => ({ value, title: title.format(scope) }));
}

/** The first text of a system dialog, for where it must be said without entering it. */
export function systemText(run: Run, dialog: string): { readonly at: StepRef; readonly text: string } | undefined {
  const found = run.program.dialogs.get(dialog);
  const node = found?.first === null || found === undefined ? undefined : found.nodes.get(found.first);
  if (node?.kind !== 'say') return undefined;
  return { at: node.ref, text: variation(run, node.texts) };
}
