/**
 * What a step does, as text, apart from where it stands: two steps of one signature ask, say or do the same.
 */
import type { Dialog, Node, Slot } from '../program.ts';

/** Properties that lead to other steps. They hold keys, which say where a step stands and not what it does. */
const ways: ReadonlySet<string> = new Set(['next', 'then', 'else', 'yes', 'no', 'failed', 'first', 'to']);

/** Everything of a step: its kind, names, texts and expressions. */
export function signatureOf(node: Node, dialog: Dialog): string {
  const { ref: _place, ...rest } = node;
  return JSON.stringify([plain(rest), node.kind === 'ask' ? bindingOf(dialog.slots.get(node.slot)) : null]);
}

/** What a step leaves behind: its kind and the slot, variable, action or dialog it is about. Its texts may differ. */
export function bindingOfStep(node: Node, dialog: Dialog): string {
  const named: Readonly<Record<string, unknown>> = { ...node };
  const about = ['slot', 'save', 'action', 'dialog'].map((name) => named[name] ?? null);
  return JSON.stringify([node.kind, about, node.kind === 'ask' ? bindingOf(dialog.slots.get(node.slot)) : null]);
}

/** What a slot's value is worth: its type, its check, what may be chosen, and who shares it. */
export function bindingOf(slot: Slot | undefined): string {
  if (!slot) return '';
  const { type, shared, check, options } = slot;
  return JSON.stringify([type, shared, plain(check), options.map(({ value }) => value)]);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('source' in value && 'where' in value) return value.source;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(entries.filter(isContent).map(([name, inner]) => [name, plain(inner)]));
}

function isContent([name, value]: readonly [string, unknown]): boolean {
  return !(ways.has(name) && (value === null || typeof value === 'string'));
}
