/** Valid YAML that does not mean what it seems to mean: each trap by its name, at its place. */
import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem, Severity } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { type Read, whereOf, whereOfNode } from './yaml-place.ts';

/** Traps of one document, before the offset at which the parser lost its way. */
export function trapProblems(read: Read, lostAt: number): readonly Problem[] {
  const problems: Problem[] = [];
  collect({ read, problems }, read.document.contents, false);
  const lost = whereOf(read, Math.min(lostAt, read.text.length), read.text.length);
  const isBefore = ({ line, column }: Problem) => line < lost.line || (line === lost.line && column < lost.column);
  return Number.isFinite(lostAt) ? problems.filter(isBefore) : problems;
}

type Collecting = { readonly read: Read; readonly problems: Problem[] };

/** By hand: the parser's own way through its tree, which lets visitors change it, costs as much as a third of parsing. */
function collect(collecting: Collecting, node: unknown, isKey: boolean): void {
  const { read, problems } = collecting;
  if (isScalar(node)) problems.push(...scalarTraps(read, node, isKey));
  else if (isSeq(node)) {
    problems.push(...cutText(read, node));
    for (const item of node.items) collect(collecting, item, false);
  } else if (isMap(node)) {
    problems.push(...wordsWithoutValue(read, node));
    for (const pair of node.items) {
      problems.push(...explicitKey(read, pair));
      collect(collecting, pair.key, true);
      collect(collecting, pair.value, false);
    }
  }
}

function scalarTraps(read: Read, node: Scalar, isKey: boolean): readonly Problem[] {
  if (node.type !== 'PLAIN') return [];
  if (typeof node.value === 'number') return numberTraps(read, node, node.value);
  return isKey ? [] : commentInText(read, node);
}

function numberTraps(read: Read, node: Scalar, value: number): readonly Problem[] {
  const source = node.source ?? '';
  const isLeadingZero = /^[-+]?0\d+$/.test(source);
  const isTooLong = /^[-+]?\d+$/.test(source) && !Number.isSafeInteger(value);
  if (!isLeadingZero && !isTooLong) return [];
  const message = `unquoted ${source} is read as the number ${value}`;
  return [trap(whereOfNode(read, node), { message, fix: `write "${source}" in quotes to keep its digits` })];
}

/** A mark directly before a word (`#5`), or within braces that are still open, was hardly meant as a comment. */
function commentInText(read: Read, node: Scalar): readonly Problem[] {
  const { value } = node;
  const end = node.range?.[1] ?? 0;
  if (typeof value !== 'string' || value === '' || read.text[end] === '\n') return [];
  const comment = /[ \t]+#[^\n]*/y;
  comment.lastIndex = end;
  const match = comment.exec(read.text)?.[0].trim();
  if (match === undefined) return [];
  const isOpen = count(value, '{') > count(value, '}');
  if (!isOpen && !/^#[^\s#]/.test(match)) return [];
  const start = read.text.indexOf('#', end);
  const message = `'${match}' is read as a comment, not as part of the text`;
  return [
    trap(whereOf(read, start, start + match.length), { message, fix: quote, severity: isOpen ? 'error' : 'warning' }),
  ];
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function explicitKey(read: Read, pair: Pair): readonly Problem[] {
  const mark = pair.srcToken?.start.find((token) => token.type === 'explicit-key-ind');
  if (!mark) return [];
  return [
    trap(whereOf(read, mark.offset, mark.offset + 1), {
      message: "an unquoted text begins with '? ', which begins a key in YAML",
      fix: quote,
    }),
  ];
}

function wordsWithoutValue(read: Read, map: YAMLMap): readonly Problem[] {
  if (!map.flow) return [];
  return map.items.filter(hasNoValue).flatMap((pair) => (isScalar(pair.key) ? [wordTrap(read, map, pair.key)] : []));
}

function hasNoValue(pair: Pair): boolean {
  return pair.value === null || (isScalar(pair.value) && pair.value.value === null && !pair.srcToken?.sep?.length);
}

function wordTrap(read: Read, map: YAMLMap, key: Scalar): Problem {
  const isPlaceholder = map.items.length === 1 && /^[\w.]+$/.test(String(key.value));
  const message = isPlaceholder
    ? `unquoted {${String(key.value)}} is a map in YAML, not a text`
    : `'${String(key.value)}' has no value: in { } a comma ends a text`;
  return trap(isPlaceholder ? whereOfNode(read, map) : whereOfNode(read, key), { message, fix: quote });
}

function cutText(read: Read, list: YAMLSeq): readonly Problem[] {
  if (!list.flow || !startsLikeSentence(list.items[0])) return [];
  const cut = list.items.slice(1).find(continuesSentence);
  if (!cut || !isScalar(cut)) return [];
  const message = `'${String(cut.value)}' is an item of its own: in [ ] a comma ends a text`;
  return [
    trap(whereOfNode(read, cut), {
      message,
      fix: 'put each text in "double quotes", or write one text a line, each after a dash',
      severity: 'warning',
    }),
  ];
}

function startsLikeSentence(item: unknown): boolean {
  return (
    isScalar(item) &&
    item.type === 'PLAIN' &&
    typeof item.value === 'string' &&
    /^\p{Lu}.*\s.*[^.?!]$/u.test(item.value)
  );
}

function continuesSentence(item: unknown): boolean {
  return isScalar(item) && item.type === 'PLAIN' && typeof item.value === 'string' && /^\p{Ll}/u.test(item.value);
}

const quote = 'put the whole text in "double quotes"';

type Advice = { readonly message: string; readonly fix: string; readonly severity?: Severity };

function trap(where: Where, { message, fix, severity = 'error' }: Advice): Problem {
  return { ...where, code: 'YAML_TRAP', severity, message, fix };
}
