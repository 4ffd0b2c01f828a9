/** What was approved of the suggestions, and writing it into the intents files. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../../../errors/nearest.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { addPhrases } from '../../../intents/suggesting/add-phrases.ts';
import type { Suggestion } from '../../../intents/suggesting/suggest-phrases.ts';

export type Approved = { readonly number: number; readonly intent: string; readonly phrases: readonly string[] };

/**
 * Reads `1,3=refund.request`: suggestion 1 belongs to its nearest intent, suggestion 3 to the one that is named.
 *
 * @throws TouchpointError USAGE where there is no such suggestion, or none is near
 */
export function readApproved(given: string, suggestions: readonly Suggestion[]): readonly Approved[] {
  return given.split(',').map((part) => {
    const [number = '', named] = part.trim().split('=');
    const suggestion = suggestions[Number(number) - 1];
    if (!suggestion) {
      throw new TouchpointError('USAGE', `nlu suggest: there is no suggestion '${number}'`, {
        fix: `name numbers from 1 to ${suggestions.length}, as --accept 1,3=refund.request`,
      });
    }
    const intent = named ?? suggestion.nearest?.intent;
    if (intent === undefined) {
      throw new TouchpointError('USAGE', `nlu suggest: no intent is near suggestion ${number}`, {
        fix: `name one, as --accept ${number}=oos`,
      });
    }
    return { number: Number(number), intent, phrases: suggestion.phrases };
  });
}

type Writing = { readonly folder: string; readonly files: readonly SourceFile[]; readonly locale: string };

/**
 * Writes what was approved; each phrase goes behind the last one of its intent, in the language's file that declares it.
 *
 * @returns the paths written, relative to the bot's folder
 * @throws TouchpointError USAGE where no file declares an intent; then nothing is written
 */
export async function writeApproved(
  approved: readonly Approved[],
  { folder, files, locale }: Writing,
): Promise<readonly string[]> {
  const texts = new Map(files.filter(({ path }) => isOfLanguage(path, locale)).map(({ path, text }) => [path, text]));
  const changed = new Set<string>();
  for (const { intent, phrases } of approved) {
    const found = [...texts].flatMap(([path, text]) => {
      const added = addPhrases({ path, text }, intent, phrases);
      return added === undefined ? [] : [[path, added] as const];
    })[0];
    if (!found) throw unknownIntent(intent, locale, [...texts.values()]);
    texts.set(...found);
    changed.add(found[0]);
  }
  await Promise.all([...changed].map((path) => writeFile(join(folder, path), texts.get(path) ?? '')));
  return [...changed];
}

function isOfLanguage(path: string, locale: string): boolean {
  return path.startsWith('intents/') && new RegExp(`\\.${locale}\\.ya?ml$`).test(path);
}

function unknownIntent(intent: string, locale: string, texts: readonly string[]): TouchpointError {
  const names = texts.flatMap((text) =>
    Array.from(text.matchAll(/^ {2}([\p{L}\p{N}._-]+):/gmu), ([, name = '']) => name),
  );
  const near = nearest(intent, names);
  return new TouchpointError('USAGE', `no intents file in '${locale}' declares '${intent}'`, {
    fix: near === undefined ? `declare it in intents/….${locale}.yaml first` : `did you mean '${near}'?`,
  });
}
