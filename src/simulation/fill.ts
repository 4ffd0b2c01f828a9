import type { Knows } from './customer.ts';

/** A text with `{names}` replaced by what the customer knows; a name they do not know stays as it stands. */
export function fill(text: string, knows: Knows): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => knows[name] ?? all);
}
