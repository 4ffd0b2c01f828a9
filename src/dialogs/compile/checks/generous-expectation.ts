import type { Problem } from '../../../errors/problem.ts';
import type { DialogSource } from '../reading/read-dialog.ts';

/**
 * Effort counts turns beyond what a dialog declares, so that declaring much hides much. Two messages and two for each slot are ample; a dialog that is called counts
 * as a slot. Source: measurement §2.
 */
export function generousExpectation({ document, head, allSteps }: DialogSource): readonly Problem[] {
  const turns = head.expect?.turns;
  if (turns === undefined) return [];
  const asked = new Set(allSteps.flatMap(({ body }) => (body.asks === undefined ? [] : [body.asks])));
  const calls = allSteps.filter(({ body }) => body.call !== undefined).length;
  const most = 2 + 2 * (asked.size + calls);
  if (turns <= most) return [];
  return [
    {
      ...document.place(['expect', 'turns']),
      code: 'DIALOG_EXPECT_GENEROUS',
      severity: 'warning',
      message: `${turns} messages are more than this dialog can reasonably need (${most}), and hide the effort of whoever needs that many`,
      fix: `expect ${most} or fewer: two, and two for each slot or called dialog`,
    },
  ];
}
