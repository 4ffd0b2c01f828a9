/**
 * Reads a table of a spreadsheet: comma, semicolon or tab, whichever its first line holds most of; quotes, CRLF and a byte order mark as spreadsheets write
 * them. Every cell knows where it stands.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../../errors/problem.ts';
import type { SourceFile } from '../../files/source-file.ts';

/** @property column of the cell's first character, counted from 1 within its line */
export type Cell = { readonly text: string; readonly line: number; readonly column: number };

export type Csv = { readonly rows: readonly (readonly Cell[])[]; readonly problems: readonly Problem[] };

export function parseCsv({ path, text }: SourceFile): Csv {
  const lines = text.split(/\r\n|\n|\r/);
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(lines[0] ?? ''),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    });
    return { rows: rowsOf(records, lines, delimiterOf(lines[0] ?? '')), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], problems: [syntaxProblem(path, error)] };
  }
}

const delimiters = [',', ';', '\t'] as const;

function delimiterOf(header: string): string {
  const count = (one: string): number => header.split(one).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

type Record = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function rowsOf(records: unknown, lines: readonly string[], delimiter: string): Csv['rows'] {
  if (!Array.isArray(records)) return [];
  return records.filter(isRecord).map(({ record, info }) => {
    // the parser names the line a row ends on: cells with line breaks of their own lie above
    const line = info.lines - record.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return cellsOf(record, { line, text: lines[line - 1] ?? '', delimiter });
  });
}

function isRecord(value: unknown): value is Record {
  return typeof value === 'object' && value !== null && 'record' in value && 'info' in value;
}

function breaksIn(cell: string): number {
  return cell.split(/\r\n|\n|\r/).length - 1;
}

type Line = { readonly line: number; readonly text: string; readonly delimiter: string };

function cellsOf(record: readonly string[], { line, text, delimiter }: Line): readonly Cell[] {
  let from = 0;
  return record.map((cell) => {
    const column = from + 1;
    from = Math.max(from, endOfCell(text, from)) + delimiter.length;
    return { text: cell.trim(), line, column };
  });

  function endOfCell(row: string, start: number): number {
    let isQuoted = false;
    for (let at = start; at < row.length; at++) {
      if (row[at] === '"') isQuoted = !isQuoted;
      else if (!isQuoted && row.startsWith(delimiter, at)) return at;
    }
    return row.length;
  }
}

function syntaxProblem(file: string, error: CsvError): Problem {
  const line = typeof error['lines'] === 'number' ? Math.max(1, error['lines']) : 1;
  return {
    ...{ file, line, column: 1, endLine: line, endColumn: 1 },
    code: 'ANSWERS_INVALID',
    severity: 'error',
    message: 'the table cannot be read from here on: a quotation mark is open, or stands inside a word',
    fix: 'put the whole cell in quotation marks and double those inside it, or save the table as CSV again',
  };
}
