/**
 * By team (`''`: anybody; `*`: any team that is not named), what a customer who asks for a person now is to expect: their place in line, and how long it takes, where that is known. A team
 * with nobody there is missing.
 */
export type Staffing = {
  readonly [team: string]: { readonly position: number; readonly waitSeconds: number | null };
};
