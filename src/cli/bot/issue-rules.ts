import type { IssueRules } from '../../dialogs/program.ts';
import { usualRule } from '../../dialogs/step/issues/usual-rule.ts';
import type { IntentFiles } from '../../intents/read-intents.ts';

/** How issues are told apart, from the intents files: what an intent leaves out is as usual; values of patterns are numbers of something. */
export function issueRules({ intents, entities }: Pick<IntentFiles, 'intents' | 'entities'>): IssueRules {
  const rules = [...intents].map(([intent, { issue }]) => {
    const usual = usualRule(intent);
    const { family = usual.family, repeatable = usual.repeatable, windowMs = usual.windowMs } = issue;
    return [intent, { family, repeatable, windowMs }] as const;
  });
  const patterns = entities.filter(({ kind }) => kind === 'pattern').map(({ name }) => name);
  return { rules: new Map(rules), keyTypes: new Set(patterns) };
}
