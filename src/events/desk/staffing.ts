/** @property position in line; @property waitSeconds how long it takes, where that is known */
type Expected = { readonly position: number; readonly waitSeconds: number | null };

/**
 * By team (`''`: anybody; `*`: any team that is not named), what a customer who asks for a person now is to expect. `null`: a team that is known, and not
 * there, whoever else is.
 */
export type Staffing = { readonly [team: string]: Expected | null };

/** @returns `undefined` where nobody is there for the team (`null`: for nobody in particular) */
export function expectedOf(staffing: Staffing, team: string | null): Expected | undefined {
  const named = staffing[team ?? ''];
  return (named === undefined ? staffing['*'] : named) ?? undefined;
}
