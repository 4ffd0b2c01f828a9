/** Everything an editor needs to know of a bot: a JSON Schema for each kind of its files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { actionsEditorSchema } from '../../actions/http/actions-editor-schema.ts';
import { brandEditorSchema } from '../../dialogs/compile/brand/brand-editor-schema.ts';
import { dialogEditorSchema } from '../../dialogs/compile/language/dialog-editor-schema.ts';
import { rulesEditorSchema } from '../../dialogs/compile/rules/rules-editor-schema.ts';
import { translationsEditorSchema } from '../../dialogs/compile/translations/translations-editor-schema.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { intentsEditorSchema } from '../../intents/reading/intents-editor-schema.ts';
import type { ReadBot } from '../bot/read-bot.ts';
import { configEditorSchema } from '../config/config-editor-schema.ts';
import { testEditorSchema } from '../testing/format/test-editor-schema.ts';
import { editorNames } from './editor-names.ts';

/** Files below the bot's folder, with their texts. */
export function editorSchemas(bot: ReadBot): readonly SourceFile[] {
  const names = editorNames(bot);
  const schemas = {
    actions: actionsEditorSchema(names),
    brand: brandEditorSchema(names),
    dialog: dialogEditorSchema(names),
    intents: intentsEditorSchema(names),
    rules: rulesEditorSchema(names),
    test: testEditorSchema(names),
    touchpoint: configEditorSchema(names),
    translations: translationsEditorSchema(names, bot.draft.locales),
  };
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schema/${name}.json`,
    text: `${JSON.stringify(schema, null, 1)}\n`,
  }));
}

/** Writes them beside the bot. A bot with errors gets its schemas too: as much as could be read. Gives the paths written. */
export async function writeEditorSchemas(bot: ReadBot): Promise<readonly string[]> {
  const files = editorSchemas(bot);
  for (const { path, text } of files) {
    const file = join(bot.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return files.map(({ path }) => path);
}
