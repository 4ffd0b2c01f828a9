/** Reads the intents files of a bot: `intents/<topic>.<locale>.yaml`. */
import { type Problem, sortProblems } from '../errors/problem.ts';
import { rememberFiles } from '../files/remember-files.ts';
import type { SourceFile } from '../files/source-file.ts';
import { builtInEntities } from './entities/built-in/built-in-finder.ts';
import type { EntityDefinition } from './entities/entity-definition.ts';
import { outOfScope } from './example.ts';
import { duplicates, takenNames } from './reading/duplicates.ts';
import type { IntentAnswer, IntentDefinition, PlacedExample } from './reading/intent-definition.ts';
import { phraseConflicts } from './reading/phrase-conflicts.ts';
import { type ReadFile, readIntentsFile } from './reading/read-intents-file.ts';
import { unknownMarks } from './reading/unknown-marks.ts';

/**
 * What the intents files say.
 *
 * @property intents by name, `oos` not among them
 * @property answers short answers by intent
 * @property languages what is declared in each language
 * @property entities usable ones in the order of the files; with several languages one definition a language
 * @property entityTypes names of the built-in and of all declared entities
 * @property examples training phrases of all languages; those of `oos` are out of scope
 * @property problems sorted by place
 */
export type IntentFiles = {
  readonly intents: ReadonlyMap<string, IntentDefinition>;
  readonly answers: ReadonlyMap<string, IntentAnswer>;
  readonly languages: ReadonlyMap<string, IntentsOfLanguage>;
  readonly entities: readonly EntityDefinition[];
  readonly entityTypes: ReadonlySet<string>;
  readonly examples: readonly PlacedExample[];
  readonly problems: readonly Problem[];
};

/** What the files of one language declare, by intent. */
export type IntentsOfLanguage = {
  readonly intents: ReadonlyMap<string, IntentDefinition>;
  readonly answers: ReadonlyMap<string, IntentAnswer>;
};

/** Reads everything that can be read; what cannot is left out and named among the problems. Of two declarations of one name the first counts. */
export function readIntents(files: readonly SourceFile[]): IntentFiles {
  return createIntentsReader()(files);
}

/** As `readIntents`, again and again: only files that changed are read anew, and without a change the result is the same object. */
export function createIntentsReader(): (files: readonly SourceFile[]) => IntentFiles {
  const readAll = rememberFiles(readIntentsFile);
  let before: { readonly read: readonly ReadFile[]; readonly result: IntentFiles } | undefined;
  return (files) => {
    const read = readAll(files);
    const isSame = before?.read.length === read.length && read.every((file, n) => file === before?.read[n]);
    if (!before || !isSame) before = { read, result: together(read) };
    return before.result;
  };
}

function together(read: readonly ReadFile[]): IntentFiles {
  const byLanguage = Map.groupBy(read, ({ locale }) => locale);
  return {
    ...declaredIn(read),
    languages: new Map([...byLanguage].map(([locale, files]) => [locale, declaredIn(files)])),
    entities: entitiesOf(read).filter(isFirst),
    entityTypes: entityTypesOf(read),
    examples: read.flatMap((file) => file.intents.flatMap(({ examples }) => examples)),
    problems: problemsOf(read),
  };
}

function declaredIn(read: readonly ReadFile[]): IntentsOfLanguage {
  const intents = read.flatMap((file) => file.intents).filter(({ definition }) => definition.name !== outOfScope);
  return {
    intents: firstOfEach(intents.map(({ definition }) => [definition.name, definition])),
    answers: firstOfEach(
      intents.flatMap(({ definition, answer }) => (answer ? [[definition.name, answer] as const] : [])),
    ),
  };
}

function problemsOf(read: readonly ReadFile[]): readonly Problem[] {
  const intents = read.flatMap((file) => file.intents);
  const declared = read.flatMap(({ locale, intents }) => intents.map(({ definition }) => ({ ...definition, locale })));
  const entities = entitiesOf(read);
  return sortProblems([
    ...read.flatMap((file) => [...file.problems, ...file.entities.flatMap(({ problems }) => problems)]),
    ...intents.flatMap(({ problems }) => problems),
    ...duplicates(declared, 'INTENT_DUPLICATE'),
    ...duplicates(entities, 'ENTITY_DUPLICATE'),
    ...takenNames(entities),
    ...phraseConflicts(intents.flatMap(({ examples }) => examples)),
    ...unknownMarks(
      intents.flatMap(({ marks }) => marks),
      entityTypesOf(read),
    ),
  ]);
}

function entitiesOf(read: readonly ReadFile[]): readonly EntityDefinition[] {
  return read.flatMap((file) => file.entities.flatMap(({ definition }) => definition ?? []));
}

function entityTypesOf(read: readonly ReadFile[]): ReadonlySet<string> {
  return new Set([...builtInEntities, ...read.flatMap(({ entityNames }) => entityNames)]);
}

function isFirst(entity: EntityDefinition, index: number, all: readonly EntityDefinition[]): boolean {
  return all.findIndex(({ name, locale }) => name === entity.name && locale === entity.locale) === index;
}

function firstOfEach<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const [name, declared] of entries) if (!first.has(name)) first.set(name, declared);
  return first;
}
