/**
 * What the shop's rules say to a wish.
 *
 * @property code names the rule, for dialogs that branch; `allowed` where nothing stands in the way
 * @property reason the rest of "This is not possible, because …"; empty when allowed
 */
export type Verdict = { readonly allowed: boolean; readonly code: string; readonly reason: string };

export const allowed: Verdict = { allowed: true, code: 'allowed', reason: '' };

export function denied(code: string, reason: string): Verdict {
  return { allowed: false, code, reason };
}
