/**
 * Acting before the customer is dissatisfied: in the very turn in which it goes wrong, another way is offered, or a person takes over. Some customers, drawn
 * by lot, are not offered it, so that it can be told what it brings. Source: measurement §6.
 */
import type { Draft } from '../../../events/event.ts';
import { burdenNames } from '../../burdens.ts';
import { isWithPerson } from '../../desk-act.ts';
import type { Rule, Scope } from '../../program.ts';
import { enter, enterSystem } from '../flow/enter.ts';
import { handOff } from '../flow/hand-off.ts';
import { proceed } from '../flow/proceed.ts';
import { emit, knownOf, type Run, scopeOf, topFrame } from '../run.ts';
import { armOf, experimentOf } from './arm-of.ts';

/**
 * One rule a turn, each once an issue. What somebody asked for, and an apology with its way out, come before every offer; what hands over does not wait
 * for what the bot is at.
 */
export function actOnRules(run: Run): void {
  act(run, ({ does, isSensitive }) => (does.kind === 'offer' ? mayOffer(run) : mayHandOff(run, isSensitive)));
}

/**
 * Before the bot answers: rules that hand over and hold already, so that a customer in need is not asked for an order number first.
 *
 * @returns whether a person takes over
 */
export function actAtOnce(run: Run): boolean {
  const { starts } = run.program;
  const asks = starts.get(run.understood?.accepted ?? '') === 'on.human';
  act(run, ({ does, isSensitive }) => does.kind === 'handoff' && !asks && mayHandOff(run, isSensitive));
  return run.drafts.some(({ type }) => type === 'handoff.requested');
}

function act(run: Run, may: (rule: Rule) => boolean): void {
  const { rules } = run.program;
  if (rules.length === 0 || run.state.case === null || isWithPerson(run.state)) return;
  if (run.drafts.some(({ type }) => ends.has(type))) return;
  const scope = scopeFor(run);
  const rule = rules.find(
    (one) => !run.state.ruled.includes(one.name) && may(one) && one.when.evaluate(scope) === true,
  );
  if (!rule) return;
  const arm = rule.holdOut === 0 ? 'treated' : armOf(experimentOf(rule), run.state.customer, rule.holdOut);
  const { file, line, name } = rule;
  emit(run, { type: 'rule.triggered', actor: 'bot', data: { rule: name, arm, file, line } });
  if (arm === 'treated') carryOut(run, rule);
}

function carryOut(run: Run, { does }: Rule): void {
  if (does.kind === 'handoff') return proceed(run, handOff(run, { team: does.team, reason: does.reason, at: null }));
  const dialog = does.dialog === null ? undefined : run.program.dialogs.get(does.dialog);
  proceed(run, dialog ? enter(run, { dialog, by: 'system' }) : enterSystem(run, 'on.rescue'));
}

/** After these no rule acts in the same turn. */
const ends: ReadonlySet<Draft['type']> = new Set(['rule.triggered', 'handoff.requested', 'conversation.ended']);

/** Dialogs that offer a way on by themselves. */
const ways: ReadonlySet<string> = new Set([
  'on.error',
  'on.human',
  'on.clarify',
  'on.survey',
  'on.unavailable',
  'on.closed',
]);

function mayOffer({ state, drafts }: Run): boolean {
  if (state.pending !== null || state.open?.kind === 'offer' || state.open?.kind === 'survey') return false;
  return !drafts.some(
    (draft) =>
      draft.type === 'human.requested' ||
      (draft.type === 'customer.said' && draft.data.survey === true) ||
      (draft.type === 'dialog.entered' && ways.has(draft.data.dialog)),
  );
}

/** Answering a survey, nobody is sent to a person for a bad mark; for a risk they are. */
function mayHandOff({ drafts }: Run, isSensitive: boolean): boolean {
  return isSensitive || !drafts.some((draft) => draft.type === 'customer.said' && draft.data.survey === true);
}

function scopeFor(run: Run): Scope {
  const { burdens, locale } = run.state;
  return {
    ...knownOf(run),
    ...noBurdens,
    ...burdens,
    topic: topicOf(run),
    dialog: topFrame(run)?.dialog ?? null,
    // looked for in the words only where a rule asks for it
    get sentiment() {
      return run.said.sentiment(locale);
    },
    get risk() {
      return run.said.risk();
    },
    get topics() {
      return scopeOf(run)['topics'] ?? null;
    },
  };
}

const noBurdens = Object.fromEntries(burdenNames.map((name) => [name, 0]));

/** What the issue is; before it has a name, what the message asks for. */
function topicOf({ state: { issues, case: id }, understood }: Run): string | null {
  return issues.find((issue) => issue.case === id)?.name?.intent ?? understood?.accepted ?? null;
}
