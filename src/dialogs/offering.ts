/**
 * A place in the queue offered to one person after the other.
 *
 * @property offered id of the agent it is offered to, who alone may take it for the moment; '' once nobody is left to ask; `null`: to nobody yet
 * @property passed ids of those it was offered to in vain
 */
export type Offering = { readonly offered: string | null; readonly passed: readonly string[] };

export const unoffered: Offering = { offered: null, passed: [] };

/** Somebody who is asked has not taken it: what stands with them counted among those who passed. */
export function passedBy({ offered, passed }: Offering): readonly string[] {
  return offered === null || offered === '' ? passed : [...passed, offered];
}
