import { ask } from '../steps/ask.ts';
import { call } from '../steps/call.ts';
import { choose } from '../steps/choose.ts';
import { confirm } from '../steps/confirm.ts';
import type { StepKind } from '../steps/define-step.ts';
import { doStep } from '../steps/do.ts';
import { end, goal, promise, refuse, resolution } from '../steps/facts.ts';
import { goto } from '../steps/goto.ts';
import { handoff } from '../steps/handoff.ts';
import { ifStep } from '../steps/if.ts';
import { say } from '../steps/say.ts';
import { set } from '../steps/set.ts';

/** The kinds of step, by the key that names them. */
export const stepKinds: ReadonlyMap<string, StepKind> = new Map([
  ['say', say],
  ['ask', ask],
  ['confirm', confirm],
  ['choose', choose],
  ['if', ifStep],
  ['set', set],
  ['call', call],
  ['goto', goto],
  ['do', doStep],
  ['handoff', handoff],
  ['refuse', refuse],
  ['promise', promise],
  ['goal', goal],
  ['resolution', resolution],
  ['end', end],
]);
