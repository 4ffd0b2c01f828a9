/**
 * A generated file.
 *
 * @property file relative to the repository
 */
export type Page = { readonly file: string; readonly text: string };
