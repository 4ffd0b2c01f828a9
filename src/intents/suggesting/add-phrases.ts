/** Writes phrases into an intents file as a person would: behind the last one, and every other character stays. */
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { SourceFile } from '../../files/source-file.ts';

/**
 * The text of the file with the phrases among the intent's examples.
 *
 * @returns `undefined` when the file does not declare the intent
 */
export function addPhrases({ text }: SourceFile, intent: string, phrases: readonly string[]): string | undefined {
  const intents = mapAt(parseDocument(text).contents, 'intents');
  const declared = pairAt(intents, intent);
  if (!declared) return undefined;
  const examples = pairAt(declared.value, 'examples');
  if (isSeq(examples?.value) && examples.value.flow) return intoFlow(text, examples.value, phrases);
  if (isSeq(examples?.value) && examples.value.items.length > 0) return intoBlock(text, examples.value, phrases);
  return declareExamples(text, declared, phrases);
}

function pairAt(node: unknown, key: string): Pair | undefined {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
}

function mapAt(node: unknown, key: string): unknown {
  return pairAt(node, key)?.value;
}

function intoFlow(text: string, list: YAMLSeq, phrases: readonly string[]): string {
  const close = text.lastIndexOf(']', (list.range?.[1] ?? 0) - 1);
  const written = phrases.map((phrase) => JSON.stringify(phrase)).join(', ');
  return insert(text, close, list.items.length === 0 ? written : `, ${written}`);
}

function intoBlock(text: string, list: YAMLSeq, phrases: readonly string[]): string {
  const last = list.items.at(-1);
  const [start = 0, end = 0] = isNode(last) ? (last.range ?? []) : [];
  const dash = text.lastIndexOf('-', start - 1);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  return insertLines(text, end, lines(indent, phrases));
}

/** An intent that has no phrases yet. */
function declareExamples(text: string, { key }: Pair, phrases: readonly string[]): string {
  const [start = 0, end = 0] = isScalar(key) ? (key.range ?? []) : [];
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  return insertLines(text, end, `${indent}  examples:\n${lines(`${indent}    `, phrases)}`);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}

function lines(indent: string, phrases: readonly string[]): string {
  return phrases.map((phrase) => `${indent}- ${stringify(phrase, { lineWidth: 0 }).trimEnd()}\n`).join('');
}

/** Behind the line in which `at` lies, a remark at its end included. */
function insertLines(text: string, at: number, added: string): string {
  const inside = at > 0 && text[at - 1] === '\n' ? at - 1 : at;
  const end = text.indexOf('\n', inside);
  return end < 0 ? `${text}\n${added}` : insert(text, end + 1, added);
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}
