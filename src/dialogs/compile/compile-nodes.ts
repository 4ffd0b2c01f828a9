/** Turns the steps of a dialog into nodes that know their next. */
import type { Node } from '../program.ts';
import { type Linking, linkAt } from './link.ts';
import type { StepTree } from './reading/read-steps.ts';

/** Nodes of a list of steps and of all their branches; the last one goes on to `after` (`null`: the dialog ends). */
export function compileNodes(
  linking: Linking,
  steps: readonly StepTree[],
  after: string | null,
): readonly (readonly [string, Node])[] {
  return steps.flatMap((step, n) => {
    const next = steps[n + 1]?.key ?? after;
    const branches = [...step.branches.values()].flatMap((branch) => compileNodes(linking, branch, next));
    return [[step.key, compileNode(linking, step, next)] as const, ...branches];
  });
}

function compileNode(linking: Linking, step: StepTree, next: string | null): Node {
  const first = (branch: string) => step.branches.get(branch)?.[0]?.key ?? null;
  const kind = step.body.compile(linkAt(linking, { path: step.path, first }));
  const { file, line } = linking.source.document.place(step.path);
  const ref = { dialog: linking.source.name, step: step.key, file, line };
  return { ...kind, ref, next: step.body.isLast ? null : next };
}
