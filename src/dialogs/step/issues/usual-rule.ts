import type { IssueRule } from '../../program.ts';
import { windowMs } from '../time/windows.ts';

/** How the issues of an intent are told apart where its file says nothing: by the first part of its name, within seven days. */
export function usualRule(intent: string): IssueRule {
  return { family: intent.split('.')[0] ?? intent, repeatable: false, windowMs };
}
