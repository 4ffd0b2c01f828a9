/**
 * A file of the bot as it was read, before anybody knows what it means.
 *
 * `path` is relative to the bot's folder with `/` between folders.
 */
export type SourceFile = { readonly path: string; readonly text: string };
