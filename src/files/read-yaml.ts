/** Reads YAML (version 1.2) and keeps the place of everything; what YAML itself would hide from its writer becomes a problem. */
import type { Problem } from '../errors/problem.ts';
import type { SourceFile } from './source-file.ts';
import { nothingWritten } from './yaml/outline.ts';
import { type ParsedYaml, parseYaml, textOfYaml } from './yaml/parse-yaml.ts';
import { lineStarts, type Outlined, placeOf, placeOfKey, placeWithin } from './yaml/yaml-place.ts';
import type { YamlDocument } from './yaml-document.ts';

/** Reads the file as one document. A second document in it is a problem. An empty file has the value `undefined`. */
export function readYaml(file: SourceFile): YamlDocument {
  const [first, second] = readYamlStream(file);
  if (!first) return toDocument(file)({ value: undefined, problems: [], root: nothingWritten });
  return second ? { ...first, problems: [...first.problems, secondDocument(second)] } : first;
}

/**
 * Reads all documents of the file, which `---` separates. An empty file has none.
 *
 * @param parsed what `parseYaml` made of the same file, where that is known
 */
export function readYamlStream(
  file: SourceFile,
  parsed: readonly ParsedYaml[] = parseYaml(file),
): readonly YamlDocument[] {
  return parsed.map(toDocument(file));
}

function toDocument(file: SourceFile): (parsed: ParsedYaml) => YamlDocument {
  const text = textOfYaml(file);
  const lines = lineStarts(text);
  return ({ value, problems, root }) => {
    const outlined: Outlined = { file: file.path, text, lines, root, names: new WeakMap() };
    return {
      file: file.path,
      value,
      problems,
      place: (path) => placeOf(outlined, path),
      placeOfKey: (path) => placeOfKey(outlined, path),
      placeWithin: (path, start, end) => placeWithin(outlined, path, { start, end }),
    };
  };
}

function secondDocument(second: YamlDocument): Problem {
  return {
    ...second.place([]),
    code: 'YAML_SYNTAX',
    severity: 'error',
    message: 'this file may hold only one document, and a second one begins here',
    fix: "remove the line '---' above",
  };
}
