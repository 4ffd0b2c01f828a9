import type { Dialog, Node } from '../program.ts';

/** What makes two steps the same. */
export type Likeness = (node: Node, dialog: Dialog) => string;

type Looking = { readonly key: string; readonly before: Dialog; readonly after: Dialog; readonly likeness: Likeness };

/**
 * The step of a changed dialog that a step of the dialog before has become: the one with the author's id, if it is still alike; else the only one
 * alike, where there was only one before too. Positions in the file say nothing: an edit shifts them.
 *
 * @returns `undefined` when it is gone, has become something else, or could be several
 */
export function counterpartOf({ key, before, after, likeness }: Looking): Node | undefined {
  const step = before.nodes.get(key);
  if (!step) return undefined;
  const wanted = likeness(step, before);
  const named = isAuthors(key) ? after.nodes.get(key) : undefined;
  if (named) return likeness(named, after) === wanted ? named : undefined;
  const alike = (dialog: Dialog) => [...dialog.nodes.values()].filter((node) => likeness(node, dialog) === wanted);
  const [only, another] = alike(after);
  return another === undefined && alike(before).length === 1 ? only : undefined;
}

/** An id that the author gave begins with a letter and has no dots; a position has either. */
function isAuthors(key: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(key);
}
