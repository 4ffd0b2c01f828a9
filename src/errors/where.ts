/**
 * A place in a file of the bot.
 *
 * `file` is relative to the bot's folder with `/` between folders; lines and columns count from 1,
 * the end is exclusive.
 */
export type Where = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
};
