import type { Choice } from '../../../events/speech/choice.ts';
import type { Value } from '../../../events/understood.ts';
import type { Node } from '../../program.ts';
import { type Run, scopeOf } from '../run.ts';
import { wording } from '../wording.ts';

/** What can be chosen, as the customer sees it; `first` leads on where an option has steps of its own. */
export type OpenOption = Choice & { readonly first: string | null };

/** More than these are no choice but a list to read. */
const mostOptions = 20;

/** The options of a step, those from data first. */
export function optionsOf(run: Run, node: Node & { readonly kind: 'choose' }): readonly OpenOption[] {
  const given = node.from?.evaluate(scopeOf(run)) ?? [];
  const listed = Array.isArray(given) ? given.flatMap(optionOf).slice(0, mostOptions) : [];
  const written = node.options.map(({ value, title, first }) => ({ value, title: wording(run, title), first }));
  return [...listed, ...written];
}

function optionOf(item: Value): readonly OpenOption[] {
  if (typeof item === 'string' || typeof item === 'number')
    return [{ value: String(item), title: String(item), first: null }];
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const value = field(item, 'value');
  return value === undefined ? [] : [{ value, title: field(item, 'title') ?? value, first: null }];
}

function field(item: object, name: string): string | undefined {
  const value: unknown = Reflect.get(item, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
