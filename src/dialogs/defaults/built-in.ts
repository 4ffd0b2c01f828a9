/** What every bot has besides its own: the system dialogs, and their texts in other languages. */
import { readYamlStream } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { type DialogSource, readDialog } from '../compile/reading/read-dialog.ts';
import { readTranslations, type TranslationFile } from '../compile/translations/read-translations.ts';
import { systemDialogs } from './system.ts';
import { systemTranslations } from './translations.ts';

export type BuiltIn = {
  readonly dialogs: readonly DialogSource[];
  readonly translations: readonly TranslationFile[];
};

export type DocumentsOf = (file: SourceFile) => readonly YamlDocument[];

/** The files it stands in. */
export const builtInFiles: readonly SourceFile[] = [systemDialogs, ...systemTranslations];

/** Read when it is first needed, and once. */
export function builtInBy(documentsOf: DocumentsOf): () => BuiltIn {
  let known: BuiltIn | undefined;
  return () => {
    known ??= {
      dialogs: documentsOf(systemDialogs).map((document) => readDialog(document, true)),
      translations: systemTranslations.flatMap((file) => documentsOf(file).map(readTranslations)),
    };
    return known;
  };
}

/** For whoever knows no more of these files than their text. */
export const usualBuiltIn = builtInBy((file) => readYamlStream(file));
