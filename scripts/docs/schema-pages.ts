import { readBot } from '../../src/cli/bot/read-bot.ts';
import { editorSchemas } from '../../src/cli/editor/editor-schemas.ts';
import type { Page } from './page.ts';

/** schema/: what `touchpoint schema` writes for the sample bot, so that whoever opens its files has completion at once. */
export async function schemaPages(root: string): Promise<readonly Page[]> {
  const bot = await readBot(root, {});
  return editorSchemas(bot).map(({ path, text }) => ({ file: path, text }));
}
