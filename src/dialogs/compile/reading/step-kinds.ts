import type { StepKind } from '../steps/define-step.ts';
import { call } from '../steps/flow/call.ts';
import { doStep } from '../steps/flow/do.ts';
import { goto } from '../steps/flow/goto.ts';
import { handoff } from '../steps/flow/handoff.ts';
import { ifStep } from '../steps/flow/if.ts';
import { set } from '../steps/flow/set.ts';
import { ask } from '../steps/questions/ask.ts';
import { choose } from '../steps/questions/choose.ts';
import { confirm } from '../steps/questions/confirm.ts';
import { survey } from '../steps/questions/survey.ts';
import { consent, end, goal, promise, refuse, resolution } from '../steps/telling/facts.ts';
import { redirect } from '../steps/telling/redirect.ts';
import { say } from '../steps/telling/say.ts';
import { remind, wait } from '../steps/telling/time.ts';

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
  ['wait', wait],
  ['remind', remind],
  ['redirect', redirect],
  ['survey', survey],
  ['resolution', resolution],
  ['consent', consent],
  ['end', end],
]);
