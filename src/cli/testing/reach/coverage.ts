/** How much of a bot its tests go through. What the bot's author did not write, built-in dialogs and what follows by itself, does not count. */

import { systemDialogs } from '../../../dialogs/defaults/system.ts';
import type { Node, Program } from '../../../dialogs/program.ts';
import { branchesOf, type Seen } from './watch-program.ts';

export type Share = { readonly covered: number; readonly total: number };

/** @property branch `null`: the step itself was never reached */
export type Missed = {
  readonly file: string;
  readonly line: number;
  readonly dialog: string;
  readonly step: string;
  readonly kind: Node['kind'];
  readonly branch: string | null;
};

export type Coverage = {
  readonly steps: Share;
  readonly branches: Share;
  /** by file and line; branches of steps that were never reached are not told apart */
  readonly missed: readonly Missed[];
};

export function coverageOf(program: Program, seen: Seen): Coverage {
  const nodes = [...program.dialogs.values()]
    .flatMap(({ name, nodes: all }) => [...all].map(([key, node]) => ({ step: `${name}/${key}`, node })))
    .filter(({ node }) => node.ref.file !== systemDialogs.path && node.kind !== 'unanswered');
  const branches = nodes.flatMap(({ step, node }) =>
    branchesOf(node).map(({ name }) => ({ branch: name, step, node, id: `${step}/${name}` })),
  );
  const missedSteps = nodes.filter(({ step }) => !seen.steps.has(step));
  const missedBranches = branches.filter(({ id }) => !seen.branches.has(id));
  return {
    steps: { covered: nodes.length - missedSteps.length, total: nodes.length },
    branches: { covered: branches.length - missedBranches.length, total: branches.length },
    missed: [
      ...missedSteps.map(({ node }) => missed(node, null)),
      ...missedBranches.filter(({ step }) => seen.steps.has(step)).map(({ node, branch }) => missed(node, branch)),
    ].toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

function missed({ ref, kind }: Node, branch: string | null): Missed {
  return { file: ref.file, line: ref.line, dialog: ref.dialog, step: ref.step, kind, branch };
}
