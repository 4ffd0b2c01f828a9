/**
 * Bold, italics, code and links within a line. A mark that is not closed, or that stands inside a word as in 2*3 or snake_case, is just itself.
 */
import type { Span } from './block.ts';
import { safeLink } from './safe-link.ts';

type Found = { readonly span: Span; readonly end: number };

/** Marks looked at for each that opens, so that text made of marks alone takes no longer than other text. */
const mostTries = 20;
const special = /[*_`[\n]|https?:\/\//g;

/** Spans of `text`; at most `depth` of them inside one another. */
export function readSpans(text: string, depth = 3): readonly Span[] {
  const spans: Span[] = [];
  let [from, at] = [0, next(text, 0)];
  while (at < text.length) {
    const found = depth > 0 ? spanAt(text, at, depth) : undefined;
    if (found) {
      if (at > from) spans.push({ kind: 'text', text: text.slice(from, at) });
      spans.push(found.span);
      from = found.end;
    }
    at = next(text, found ? found.end : at + 1);
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}

/** Addresses as links and line ends as breaks, and nothing else: for words that people typed. */
export function readPlainSpans(text: string): readonly Span[] {
  const parts = text.split(/(https?:\/\/\S+|\n)/);
  return parts.filter(Boolean).flatMap((part) => {
    if (part === '\n') return [{ kind: 'break' }] satisfies Span[];
    const link = /^https?:/.test(part) ? bareLink(part, 0) : undefined;
    const rest = link ? part.slice(link.end) : part;
    return [...(link ? [link.span] : []), ...(rest ? ([{ kind: 'text', text: rest }] satisfies Span[]) : [])];
  });
}

function next(text: string, from: number): number {
  special.lastIndex = from;
  return special.exec(text)?.index ?? text.length;
}

function spanAt(text: string, at: number, depth: number): Found | undefined {
  switch (text[at]) {
    case '\n':
      return { span: { kind: 'break' }, end: at + 1 };
    case '`':
      return code(text, at);
    case '[':
      return namedLink(text, at);
    case 'h':
      return bareLink(text, at);
    default:
      return emphasis(text, at, depth);
  }
}

function emphasis(text: string, at: number, depth: number): Found | undefined {
  const sign = text[at] ?? '';
  const mark = text[at + 1] === sign ? sign + sign : sign;
  const start = at + mark.length;
  if (isWordAt(text, at - 1) || isSpaceAt(text, start)) return undefined;
  let end = text.indexOf(mark, start + 1);
  for (let tries = 0; end > 0 && !closes(text, end, mark); end = text.indexOf(mark, end + 1)) {
    if (++tries === mostTries) return undefined;
  }
  if (end < 0) return undefined;
  const spans = readSpans(text.slice(start, end), depth - 1);
  return { span: { kind: mark.length === 2 ? 'strong' : 'em', spans }, end: end + mark.length };
}

function closes(text: string, end: number, mark: string): boolean {
  const after = end + mark.length;
  return !isSpaceAt(text, end - 1) && !isWordAt(text, after) && (mark.length === 2 || text[after] !== mark);
}

function code(text: string, at: number): Found | undefined {
  const end = text.indexOf('`', at + 1);
  const inner = text.slice(at + 1, end);
  return end > at + 1 && !inner.includes('\n') ? { span: { kind: 'code', text: inner }, end: end + 1 } : undefined;
}

function namedLink(text: string, at: number): Found | undefined {
  const [whole = '', name = '', address = ''] =
    /^\[([^\][\n]{1,500})\]\(([^()\s]{1,2000})\)/.exec(text.slice(at, at + 2_600)) ?? [];
  const href = safeLink(address);
  return href ? { span: { kind: 'link', href, text: name }, end: at + whole.length } : undefined;
}

/** Punctuation after an address belongs to the sentence. */
function bareLink(text: string, at: number): Found | undefined {
  const [whole = ''] = /^\S{1,2000}/.exec(text.slice(at, at + 2_000)) ?? [];
  const address = whole.replace(/[.,;:!?)\]}'"»”’*_]+$/, '');
  const href = isWordAt(text, at - 1) ? undefined : safeLink(address);
  return href ? { span: { kind: 'link', href, text: address }, end: at + address.length } : undefined;
}

function isSpaceAt(text: string, at: number): boolean {
  return /^\s?$/.test(text[at] ?? '');
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}
