/** Aliases that lead nowhere. Where several use a name that nothing is marked with, it is told once, where the mark is misspelt or lacking. */
import { type Alias, isAlias, isNode, isPair, isScalar, type Node, visit } from 'yaml';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { type Read, whereOf, whereOfNode } from './yaml-place.ts';

/** A star before a word. */
const mayBeAlias = /\*[^\s,[\]{}]/;

/** @property key under which the alias stands */
type Use = { readonly alias: Alias; readonly key: unknown };

export function wrongAliases(read: Read): readonly Problem[] {
  if (!mayBeAlias.test(read.text)) return [];
  const problems: Problem[] = [];
  const unknown: Use[] = [];
  const used = new Set<string>();
  visit(read.document, {
    Alias: (_key, alias, around) => {
      used.add(alias.source);
      const target = alias.resolve(read.document);
      if (!target) unknown.push({ alias, key: keyAround(around) });
      else if (around.includes(target))
        problems.push(problem(whereOfNode(read, alias), `'*${alias.source}' stands inside its own anchor`));
    },
  });
  const byName = Map.groupBy(unknown, ({ alias }) => alias.source);
  return [...problems, ...[...byName.values()].flatMap((uses) => toldOf(read, uses, used))];
}

function keyAround(around: readonly unknown[]): unknown {
  const pair = around.at(-1);
  return isPair(pair) && isScalar(pair.key) ? pair.key.value : undefined;
}

function toldOf(read: Read, uses: readonly Use[], used: ReadonlySet<string>): readonly Problem[] {
  const [first, ...more] = uses;
  const torn = first && tornMark(read, first.alias.source);
  if (torn) return [torn];
  const unmarked = first && more.length > 0 ? markedBefore(read, first, used) : undefined;
  if (!first || !unmarked)
    return uses.map(({ alias }) =>
      problem(whereOfNode(read, alias), `'*${alias.source}' refers to an anchor that does not exist`),
    );
  const name = first.alias.source;
  const message = `'*${name}' is used ${uses.length} times, and nothing is marked '&${name}'`;
  return [{ ...problem(whereOfNode(read, unmarked), message), fix: `write '&${name}' before the value that is meant` }];
}

/** A mark that is there, as part of a text: what was before it is lost or misspelt. */
function tornMark(read: Read, name: string): Problem | undefined {
  const at = read.text.indexOf(`&${name} `);
  if (at < 0 || isMarked(read, name)) return undefined;
  const where = whereOf(read, at, at + name.length + 1);
  return {
    ...problem(where, `'&${name}' is part of a text here, and so marks nothing`),
    fix: `write it right behind a key and its colon, as in 'key: &${name} value'`,
  };
}

function isMarked({ document }: Read, name: string): boolean {
  let found = false;
  visit(document, {
    Node: (_key, node) => {
      found ||= !isAlias(node) && node.anchor === name;
    },
  });
  return found;
}

/** The value that the first use most likely means: one whose mark nobody uses, or the first that stands under the same key. */
function markedBefore(read: Read, { alias, key: wanted }: Use, used: ReadonlySet<string>): Node | undefined {
  let idle: Node | undefined;
  let alike: Node | undefined;
  visit(read.document, {
    Node: (_key, node, around) => {
      if (node === alias) return visit.BREAK;
      if (isAlias(node)) return undefined;
      if (node.anchor !== undefined && !used.has(node.anchor)) idle ??= node;
      const pair = around.at(-1);
      const isValue = isPair(pair) && isNode(pair.value) && pair.value === node;
      if (isValue && wanted !== undefined && keyAround(around) === wanted) alike ??= node;
      return undefined;
    },
  });
  return idle ?? alike;
}

function problem(where: Where, message: string): Problem {
  return {
    ...where,
    code: 'YAML_SYNTAX',
    severity: 'error',
    message,
    fix: 'put a text that begins with * in "double quotes"',
  };
}
