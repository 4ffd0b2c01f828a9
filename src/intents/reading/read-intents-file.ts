import type { Problem } from '../../errors/problem.ts';
import { checkShape, valueAt } from '../../files/check-shape.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { intentsFile } from './intents-schema.ts';
import { type ReadEntity, readEntity } from './read-entity.ts';
import { type ReadIntent, readIntent } from './read-intent.ts';

export type ReadFile = {
  readonly locale: string;
  readonly intents: readonly ReadIntent[];
  /** names of all entities declared, the unusable among them */
  readonly entityNames: readonly string[];
  readonly entities: readonly ReadEntity[];
  readonly problems: readonly Problem[];
};

const localeOfName = /\.([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*)\.ya?ml$/;
/** taken for a file that does not say it, so that its intents are known all the same */
const assumedLocale = 'en';

/** Reads one intents file. What has a wrong form is left out; the rest of the file counts. */
export function readIntentsFile(file: SourceFile): ReadFile {
  const named = localeOfName.exec(file.path)?.[1];
  const locale = named ?? assumedLocale;
  const document = readYaml(file);
  const shaped = document.value === undefined ? { value: {}, problems: [] } : checkShape(document, intentsFile);
  const entityNames = namesUnder(document, 'entities');
  return {
    locale,
    intents: namesUnder(document, 'intents').map((name) => readIntent(document, name, locale)),
    entityNames,
    entities: entityNames.map((name) => readEntity(document, name, locale)),
    problems: [...document.problems, ...shaped.problems, ...(named ? [] : [unnamed(document)])],
  };
}

/** Wrong names among them hide no right one. */
function namesUnder(document: YamlDocument, key: keyof typeof intentsFile.shape): readonly string[] {
  const under = valueAt(document.value, [key]);
  const names = typeof under === 'object' && under !== null && !Array.isArray(under) ? Object.keys(under) : [];
  return names.filter((name) => intentsFile.shape[key].safeParse({ [name]: {} }).success);
}

function unnamed(document: YamlDocument): Problem {
  return {
    file: document.file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    code: 'INTENT_FILE_NAME',
    severity: 'error',
    message: 'the name of the file does not say in which language its phrases are',
    fix: `rename it to ${document.file.replace(/\.ya?ml$/, '')}.${assumedLocale}.yaml, or to another language's tag`,
  };
}
