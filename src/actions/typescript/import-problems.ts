/** What is wrong with a file of actions, at its place as far as it is known. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { isAction } from '../action.ts';

/** The problem of one export: none where it is an action that can be called. */
export function exportProblem(file: SourceFile, name: string, value: unknown): readonly Problem[] {
  const where = placeOfExport(file, name);
  if (!isAction(value))
    return [
      invalid(
        where,
        `'${name}' is exported but is not an action`,
        'make it with defineAction({ … }), or move what actions share to a folder below actions/',
      ),
    ];
  const { timeoutMs, retries } = value.spec;
  if (!(timeoutMs > 0))
    return [invalid(where, `the timeout of '${name}' is not a length of time`, "write it as in timeout: '5s'")];
  if (!Number.isInteger(retries) || retries < 0)
    return [invalid(where, `the retries of '${name}' are not a whole number`, 'write, for example, retries: 2')];
  return [];
}

/** The problem of a file that cannot be imported; in which file below the bot's folder and at which line, where Node says so. */
export function importProblem(file: SourceFile, botFolder: string, error: unknown): Problem {
  const root = `${pathToFileURL(botFolder).href}/`;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const reason = error instanceof Error ? error.message : String(error);
  const place = placeInStack(stack, root) ?? placeOfImport(file, reason);
  const where = { ...place, endLine: place.line, endColumn: place.column + 1 };
  const message = reason
    .replaceAll(root, '')
    .replaceAll(join(botFolder, '/'), '')
    .replace(/\?version=\w+/g, '');
  return invalid(
    where,
    `the file cannot be loaded: ${message}`,
    "look at the place; imports end in '.ts', and types are imported with 'import type'",
  );
}

type Place = Pick<Where, 'file' | 'line' | 'column'>;

/** Node names a place as `file:line:column`, or as `file:line` with a mark under the line. */
function placeInStack(stack: string, root: string): Place | undefined {
  const at = stack.indexOf(root);
  const match = at < 0 ? null : /^([^?:)\s]+)(?:\?version=\w+)?:(\d+)(?::(\d+))?/.exec(stack.slice(at + root.length));
  if (!match) return undefined;
  const mark = /^ *\^/m.exec(stack.slice(at))?.[0].length ?? 1;
  return { file: match[1] ?? '', line: Number(match[2]), column: Number(match[3] ?? mark) };
}

/** The line that imports what does not exist, or the first. */
function placeOfImport({ path, text }: SourceFile, reason: string): Place {
  const missing = /Cannot find (?:module|package) '([^']+)'/.exec(reason)?.[1];
  const name = missing?.split('/').at(-1);
  const line =
    name === undefined ? -1 : text.split('\n').findIndex((one) => one.includes('import') && one.includes(name));
  return { file: path, line: Math.max(0, line) + 1, column: 1 };
}

function placeOfExport({ path, text }: SourceFile, name: string): Where {
  const match = new RegExp(
    `^export\\s+(?:async\\s+)?(?:const|let|var|function\\*?|class|default)\\s+${name.replace(/\W/g, '\\$&')}\\b`,
    'm',
  ).exec(text);
  const at = match ? match.index + Math.max(0, match[0].lastIndexOf(name)) : 0;
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { file: path, line, column, endLine: line, endColumn: column + (match ? name.length : 1) };
}

function invalid(where: Where, message: string, fix: string): Problem {
  return { ...where, code: 'ACTION_INVALID', severity: 'error', message, fix };
}
