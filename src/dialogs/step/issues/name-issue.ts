import type { IssueRule } from '../../program.ts';
import type { Issue } from '../../state.ts';
import { emit, type Run } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';
import { silenceMs } from '../time/windows.ts';
import { differ, keysOf } from './key-of.ts';
import { openCase } from './open-case.ts';
import { sameIssue, type Wish } from './same-issue.ts';
import { usualRule } from './usual-rule.ts';

/**
 * The customer begins something: what their issue is becomes known, or that it is another one, or one they had before. A digression in the midst of a
 * dialog is part of the issue; another issue begins only where nothing of theirs is under way.
 */
export function nameIssue(run: Run, intent: string): void {
  const current = run.state.issues.find((issue) => issue.case === run.state.case);
  if (!current) return;
  const rule = run.program.issues.rules.get(intent) ?? usualRule(intent);
  const keys = keysOf(run.program, run.state.customer, run.understood?.entities ?? []);
  const wish: Wish = {
    family: rule.family,
    keys,
    repeatable: rule.repeatable,
    saysStillNot: run.drafts.some((draft) => draft.type === 'customer.said' && draft.data.stillNot === true),
    at: run.at,
  };
  if (!current.name) return nameFirst(run, { current, intent, rule, keys });
  if (current.name.family === rule.family && !isOther(current, wish))
    return goOn(run, { current, intent, rule, keys, wish });
  if (isBusy(run)) return;
  const before = run.state.issues.findLast((issue) => issue.case !== current.case && sameIssue(issue, wish));
  if (before) return goBack(run, before, wish);
  openCase(run, intent);
  const opened = run.state.case ?? current.case;
  emit(run, { type: 'case.split', actor: 'system', data: { case: opened, from: current.case } });
  name(run, { case: opened, intent, rule, keys });
  watchCase(run);
}

type Naming = {
  readonly current: Issue;
  readonly intent: string;
  readonly rule: IssueRule;
  readonly keys: readonly string[];
};

function nameFirst(run: Run, { current, intent, rule, keys }: Naming): void {
  name(run, { case: current.case, intent, rule, keys: [...new Set([...current.keys, ...keys])] });
}

/** The same again: after silence the customer has come back with it. */
function goOn(run: Run, { current, intent, rule, keys, wish }: Naming & { readonly wish: Wish }): void {
  const by = sameIssue(current, wish) ?? 'intent';
  if (current.left) link(run, current, by);
  const all = [...new Set([...current.keys, ...keys])];
  if (all.length > current.keys.length) name(run, { case: current.case, intent, rule, keys: all });
}

/** A repeatable wish, such as opening hours, is a new issue once it was left and is asked again. */
function isOther(current: Issue, wish: Wish): boolean {
  return differ(current.keys, wish.keys) || (current.left && sameIssue(current, wish) === undefined);
}

function goBack(run: Run, before: Issue, wish: Wish): void {
  link(run, before, sameIssue(before, wish) ?? 'intent');
  watchCase(run);
}

function link(run: Run, issue: Issue, by: 'intent' | 'key' | 'said'): void {
  emit(run, {
    type: 'case.linked',
    actor: 'system',
    data: {
      case: issue.case,
      root: issue.root,
      to: issue.rootConversation,
      by,
      afterMs: Math.max(0, run.at - issue.customerAt),
      channel: run.state.channel,
    },
  });
}

function name(run: Run, naming: Omit<Naming, 'current'> & { readonly case: string }): void {
  const { case: id, intent, rule, keys } = naming;
  emit(run, { type: 'case.named', actor: 'system', data: { case: id, intent, ...rule, keys: [...keys] } });
}

/** A dialog the customer began is under way. */
function isBusy({ state }: Run): boolean {
  return state.stack.some(({ dialog }) => !dialog.startsWith('on.'));
}

/** The customer's silence about the case of the moment is watched. */
export function watchCase(run: Run): void {
  const { case: id, timers } = run.state;
  if (id === null) return;
  const waits = Object.values(timers).some(({ kind, request }) => kind === 'case.silent' && (request ?? id) === id);
  if (!waits) setTimer(run, { kind: 'case.silent', dueInMs: silenceMs, request: id });
}
