/** What the YAML parser complains of, in words that say what to type instead. */
import { visit, type YAMLError } from 'yaml';
import type { Problem } from '../../errors/problem.ts';
import { wrongAliases } from './yaml-aliases.ts';
import { type Read, whereOf } from './yaml-place.ts';

export type Syntax = {
  readonly problems: readonly Problem[];
  /** what was read is not what its author meant: lines or brackets belong together in another way */
  readonly isTorn: boolean;
  /** offset from which on the parser no longer knew where it was: what it says of later places only follows from this */
  readonly lostAt: number;
};

/** Problems of syntax, duplicate keys and tabs included: the first of each line, and none after the parser lost its way. */
export function syntaxProblems(read: Read): Syntax {
  const isSound = read.document.errors.length === 0;
  const open = isSound ? undefined : (openQuote(read) ?? openBracket(read));
  const errors = [...read.document.errors, ...read.document.warnings];
  const lostAt = Math.min(open ?? Number.POSITIVE_INFINITY, ...errors.filter(isStructural).map(({ pos }) => pos[0]));
  const sure = errors.filter(({ pos }) => pos[0] <= lostAt && pos[0] !== open).map((error) => toProblem(read, error));
  const found = open === lostAt ? [notClosed(read, open), ...sure] : sure;
  const firstOfLine = new Map(found.toReversed().map((problem) => [problem.line, problem]));
  const isTorn = found.some(({ code }) => code === 'YAML_SYNTAX') || errors.some(({ code }) => tearing.includes(code));
  return { problems: [...firstOfLine.values(), ...wrongAliases(read)], isTorn, lostAt };
}

/** Codes of errors after which lines are read as parts of other things than they look. */
const tearing: readonly YAMLError['code'][] = ['BLOCK_AS_IMPLICIT_KEY', 'NON_STRING_KEY'];

/** Codes of errors after which the rest of the file is still understood. */
const local: readonly YAMLError['code'][] = [
  'BAD_ALIAS',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'DUPLICATE_KEY',
  'NON_STRING_KEY',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
];

function isStructural({ code, message }: YAMLError): boolean {
  return !local.includes(code) && !message.startsWith('Unexpected scalar at node end');
}

type Advice = Pick<Problem, 'code' | 'message' | 'fix'>;

function toProblem(read: Read, error: YAMLError): Problem {
  const [start, end] = placeOfError(read, error);
  return { ...whereOf(read, start, end), severity: 'error', ...advice(read, error) };
}

function placeOfError(read: Read, error: YAMLError): readonly [number, number] {
  const [start, end] = oddLine(read, error) ?? error.pos;
  if (error.code !== 'DUPLICATE_KEY') return [start, end];
  const word = /^[^\s:,}\]]+/.exec(read.text.slice(start))?.[0] ?? '';
  return [start, start + Math.max(word.length, 1)];
}

const ofIndentation: readonly YAMLError['code'][] = [
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'NON_STRING_KEY',
  'UNEXPECTED_TOKEN',
];

/** Among items that begin with a dash, the parser stumbles at the one behind the one without. */
function oddLine({ text }: Read, { code, pos }: YAMLError): readonly [number, number] | undefined {
  if (!ofIndentation.includes(code)) return undefined;
  const lineStart = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const indent = /^ *(?=- )/.exec(text.slice(lineStart))?.[0].length;
  if (indent === undefined) return undefined;
  for (let end = lineStart - 1; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const [, spaces = '', first] = /^( *)(- |\S?)/.exec(text.slice(start, end)) ?? [];
    const isOdd = spaces.length >= indent && first !== '- ';
    if (first && spaces.length < indent + 2) return isOdd ? [start + spaces.length, end] : undefined;
    end = start - 1;
  }
  return undefined;
}

function notClosed(read: Read, at: number): Problem {
  const mark = read.text.charAt(at);
  const partner = { '{': '}', '[': ']' }[mark] ?? mark;
  const fix = `add ${partner} where it ends; a text that only begins with ${mark} stands in quotes`;
  return {
    ...whereOf(read, at, at + 1),
    code: 'YAML_SYNTAX',
    severity: 'error',
    message: `this ${mark} is not closed`,
    fix,
  };
}

function advice(read: Read, error: YAMLError): Advice {
  return traps[error.code]?.(read, error) ?? plainAdvice(error);
}

const traps: { readonly [code in YAMLError['code']]?: (read: Read, error: YAMLError) => Advice } = {
  DUPLICATE_KEY: ({ text }, { pos }) => {
    const key = /^[^\s:,}\]]+/.exec(text.slice(pos[0]))?.[0] ?? 'key';
    return trap(
      `the key '${key}' stands twice in one block; only the last one would count`,
      'remove or rename one of them',
    );
  },
  TAB_AS_INDENT: () =>
    trap('a tab is used for indentation, which YAML does not allow', 'use two spaces instead of each tab'),
  BLOCK_AS_IMPLICIT_KEY: ({ text }, error) => (hasTwoColons(text, error.pos[0]) ? colonTrap : wrongIndent),
  UNEXPECTED_TOKEN: ({ text }, error) => {
    const mark = text.charAt(error.pos[0]);
    if (mark === ']' || mark === '}') return closesNothing(mark);
    return afterBrace(text, error.pos[0])
      ? trap(
          'an unquoted text begins with a bracket, which begins a map or list in YAML',
          'put the whole text in "double quotes"',
        )
      : plainAdvice(error);
  },
};

function closesNothing(mark: string): Advice {
  const fix = 'remove it, or put the whole text in "double quotes"';
  return { code: 'YAML_SYNTAX', message: `this ${mark} closes nothing`, fix };
}

const colonTrap = trap(
  "an unquoted text holds ': ', which begins a value in YAML",
  'put the whole text in "double quotes"',
);
const wrongIndent: Advice = {
  code: 'YAML_SYNTAX',
  message: 'the lines of this block are not indented alike',
  fix: 'indent items of one block by the same number of spaces',
};

function hasTwoColons(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
  return /:\s.*:(\s|$)/.test(line);
}

function trap(message: string, fix: string): Advice {
  return { code: 'YAML_TRAP', message, fix };
}

function afterBrace(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /[}\]]\s*$/.test(line);
}

function plainAdvice(error: YAMLError): Advice {
  if (error.message.includes('call stack')) return tooDeep;
  const message = `this is not valid YAML: ${lowerFirst(error.message)}`;
  return {
    code: 'YAML_SYNTAX',
    message,
    fix: fixes[error.code] ?? 'put texts with special characters in "double quotes"',
  };
}

const tooDeep: Advice = {
  code: 'YAML_SYNTAX',
  message: 'lists and maps are nested too deeply here',
  fix: 'close brackets before opening so many',
};

const fixes: { readonly [code in YAMLError['code']]?: string } = {
  MULTILINE_IMPLICIT_KEY: 'look for a bracket or a quote here that is not closed',
  BAD_INDENT: 'indent items of one block by the same number of spaces',
  MISSING_CHAR: 'add the missing character; every quote and bracket needs its partner',
  BAD_SCALAR_START: 'put texts that begin with a special character in "double quotes"',
  BAD_DQ_ESCAPE: "write \\\\ for a backslash, or use 'single quotes'",
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Where a quote is missing, the last quoted text swallowed everything after it. */
function openQuote(read: Read): number | undefined {
  let last: readonly [number, number] | undefined;
  visit(read.document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith('QUOTE_') && range) last = [range[0], range[1]];
    },
  });
  const isMissing = read.document.errors.some(({ message }) => message.startsWith('Missing closing'));
  return last && isMissing ? last[0] : undefined;
}

/** The first bracket without a partner. */
function openBracket(read: Read): number | undefined {
  let first: number | undefined;
  visit(read.document, {
    Collection: (_key, { srcToken }) => {
      if (srcToken?.type !== 'flow-collection' || srcToken.end.length > 0) return undefined;
      first = srcToken.offset;
      return visit.BREAK;
    },
  });
  return first;
}
