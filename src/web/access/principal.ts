/** Somebody who may use the pages and APIs behind a sign-in. */
export type Principal = { readonly name: string; readonly role: 'agent' | 'supervisor' | 'analyst' | 'admin' };
