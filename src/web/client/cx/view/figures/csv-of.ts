/** A table of the page as CSV (RFC 4180), with the numbers as they were measured in place of the words for them. */
import { fieldsOf, numberOf, textOf } from '../../../json/fields.ts';

/** What a cell holds: one value, or a figure with its interval and for how many it stands. */
type Held = { readonly value: string; readonly interval?: readonly [low: string, high: string, n: string] };

const parts = ['low', 'high', 'n'] as const;

/** @returns lines ended by CRLF, the names first; a figure takes four columns */
export function csvOf(table: HTMLTableElement): string {
  const rows = [...table.tBodies].flatMap(({ rows: some }) => [...some]).map(heldIn);
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(wordsOf);
  const columns = rows[0]?.map((_, index) => ({
    name: names[index] ?? '',
    isFigure: rows.some((row) => row[index]?.interval !== undefined),
  }));
  const head = (columns ?? []).flatMap(({ name, isFigure }) =>
    isFigure ? [name, ...parts.map((part) => `${name} ${part}`)] : [name],
  );
  const body = rows.map((row) =>
    (columns ?? []).flatMap(({ isFigure }, index) => {
      const { value = '', interval = ['', '', ''] } = row[index] ?? {};
      return isFigure ? [value, ...interval] : [value];
    }),
  );
  return [head, ...body].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** A row of charts and bars may have its words in one cell, and its numbers in another. */
function heldIn(row: HTMLTableRowElement): readonly Held[] {
  return [...row.cells].map((cell) => {
    const figures = [...cell.querySelectorAll('data')];
    const [only] = figures;
    return figures.length === 1 && only ? measured(only) : { value: wordsOf(cell) };
  });
}

function measured(figure: HTMLDataElement): Held {
  const held: unknown = JSON.parse(figure.value);
  if (typeof held === 'number') return { value: String(held) };
  const fields = fieldsOf(held);
  const value = numberOf(fields['value']);
  if (value === undefined) return { value: wordsOf(figure), ...('kind' in fields ? { interval: ['', '', ''] } : {}) };
  const [low = '', high = '', n = ''] = parts.map((part) => String(numberOf(fields[part]) ?? textOf(fields[part])));
  return { value: String(value), interval: [low, high, n] };
}

/** What stands there, without what only explains it. */
function wordsOf(element: Element): string {
  const texts: string[] = [];
  const walk = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (!node.parentElement?.closest('[role="tooltip"], .why')) texts.push(node.textContent ?? '');
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** Spreadsheets run what begins like a formula: such text gets an apostrophe before it. */
function quoted(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text));
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
