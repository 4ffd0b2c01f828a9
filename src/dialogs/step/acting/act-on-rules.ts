/**
 * Acting before the customer is dissatisfied: in the very turn in which it goes wrong, another way is offered. Some customers, drawn by lot, are not offered
 * it, so that it can be told what it brings. Source: measurement §6.
 */
import { sentimentOf } from '../../../languages/feeling/sentiment-of.ts';
import { burdenNames } from '../../burdens.ts';
import { isWithPerson } from '../../desk-act.ts';
import type { Input } from '../../input.ts';
import type { Rule, Scope } from '../../program.ts';
import { enter, enterSystem } from '../flow/enter.ts';
import { proceed } from '../flow/proceed.ts';
import { emit, type Run, scopeOf, topFrame } from '../run.ts';
import { armOf, experimentOf } from './arm-of.ts';

/** One rule a turn, each once an issue. What somebody asked for, and an apology with its way out, come before every rule. */
export function actOnRules(run: Run, input: Input): void {
  const { rules } = run.program;
  if (rules.length === 0 || !mayAct(run)) return;
  const scope = scopeFor(run, input);
  const rule = rules.find(({ name, when }) => !run.state.ruled.includes(name) && when.evaluate(scope) === true);
  if (!rule) return;
  const arm = rule.holdOut === 0 ? 'treated' : armOf(experimentOf(rule), run.state.customer, rule.holdOut);
  const { file, line, name } = rule;
  emit(run, { type: 'rule.triggered', actor: 'bot', data: { rule: name, arm, file, line } });
  if (arm === 'treated') offer(run, rule);
}

function offer(run: Run, { dialog: name }: Rule): void {
  const dialog = name === null ? undefined : run.program.dialogs.get(name);
  proceed(run, dialog ? enter(run, { dialog, by: 'system' }) : enterSystem(run, 'on.rescue'));
}

/** Dialogs that offer a way on by themselves. */
const ways: ReadonlySet<string> = new Set([
  'on.error',
  'on.human',
  'on.clarify',
  'on.survey',
  'on.unavailable',
  'on.closed',
]);

function mayAct({ state, drafts }: Run): boolean {
  if (state.case === null || state.pending !== null || isWithPerson(state)) return false;
  if (state.open?.kind === 'offer' || state.open?.kind === 'survey') return false;
  return !drafts.some(
    (draft) =>
      draft.type === 'handoff.requested' ||
      draft.type === 'human.requested' ||
      draft.type === 'conversation.ended' ||
      (draft.type === 'customer.said' && draft.data.survey === true) ||
      (draft.type === 'dialog.entered' && ways.has(draft.data.dialog)),
  );
}

function scopeFor(run: Run, input: Input): Scope {
  const { burdens, issues, case: id, locale } = run.state;
  const said = input.kind === 'message' ? input.messages.map(({ text }) => text).join('\n') : '';
  return {
    ...scopeOf(run),
    ...Object.fromEntries(burdenNames.map((name) => [name, burdens[name] ?? 0])),
    sentiment: sentimentOf(said, locale),
    topic: issues.find((issue) => issue.case === id)?.name?.intent ?? null,
    dialog: topFrame(run)?.dialog ?? null,
  };
}
