/** Who is signed in; `team` '' for none. */
export type Person = { readonly name: string; readonly role: string; readonly team: string };
