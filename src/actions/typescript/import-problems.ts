/** What is wrong with a file of actions, at its place as far as it is known. */
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { isAction } from '../action.ts';

/** The problem of one export: none where it is an action that can be called. */
export function exportProblem(file: SourceFile, name: string, value: unknown): readonly Problem[] {
  const where = placeOfExport(file, name);
  if (!isAction(value)) return [invalid(where, `'${name}' is exported but is not an action`, "make it with defineAction({ … }), or move what actions share to a folder below actions/")];
  const { timeoutMs, retries } = value.spec;
  if (!(timeoutMs > 0)) return [invalid(where, `the timeout of '${name}' is not a length of time`, "write it as in timeout: '5s'")];
  if (!Number.isInteger(retries) || retries < 0) return [invalid(where, `the retries of '${name}' are not a whole number`, 'write, for example, retries: 2')];
  return [];
}

/** The problem of a file that cannot be imported; in which file below `root` and at which line, where Node says so. */
export function importProblem(file: SourceFile, root: string, error: unknown): Problem {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const reason = error instanceof Error ? error.message : String(error);
  const place = placeInStack(stack, `${root}/`) ?? { file: file.path, line: 1, column: 1 };
  const where = { ...place, endLine: place.line, endColumn: place.column + 1 };
  return invalid(where, `the file cannot be loaded: ${reason.replaceAll(`${root}/`, '').replace(/\?version=\w+/g, '')}`, "look at the place; imports end in '.ts', and types are imported with 'import type'");
}

function placeInStack(stack: string, root: string) {
  const at = stack.indexOf(root);
  const match = at < 0 ? null : /^([^?:)\s]+)(?:\?version=\w+)?:(\d+)(?::(\d+))?/.exec(stack.slice(at + root.length));
  return match ? { file: match[1] ?? '', line: Number(match[2]), column: Number(match[3] ?? 1) } : undefined;
}

function placeOfExport({ path, text }: SourceFile, name: string): Where {
  const match = new RegExp(`^export\\s+(?:async\\s+)?(?:const|let|var|function\\*?|class|default)\\s+(${name.replace(/\W/g, '\\$&')})?\\b`, 'm').exec(text);
  const at = match ? match.index + Math.max(0, match[0].lastIndexOf(name)) : 0;
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { file: path, line, column, endLine: line, endColumn: column + (match ? name.length : 1) };
}

function invalid(where: Where, message: string, fix: string): Problem {
  return { ...where, code: 'ACTION_INVALID', severity: 'error', message, fix };
}
