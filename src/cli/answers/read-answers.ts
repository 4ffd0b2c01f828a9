/**
 * Reads the answers customers gave elsewhere from a CSV file: touchpoint, time, customer (may be empty), item, score. All problems, never only the first.
 */
import { nearest } from '../../errors/nearest.ts';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import type { Instant } from '../../events/instant.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { localTime } from '../testing/format/local-time.ts';
import { type Cell, parseCsv } from './parse-csv.ts';
import { type ImportedItem, importedItems, itemOf, scales } from './scales.ts';

/**
 * One answer.
 *
 * @property customer who gave it, as the business knows them; `null` where nobody says
 * @property value on the scale of the item
 * @property occurrence the how many-th with the same content, from 0: two strangers may say the same in the same minute
 */
export type Answer = {
  readonly touchpoint: string;
  readonly at: Instant;
  readonly customer: string | null;
  readonly item: ImportedItem;
  readonly value: string;
  readonly line: number;
  readonly occurrence: number;
};

/** @property answers empty where there is an error: a file is taken as a whole, or not at all */
export type ReadAnswers = { readonly answers: readonly Answer[]; readonly problems: readonly Problem[] };

/**
 * @property zone of times that do not say their own
 * @property now no answer is later than that
 */
export type AnswersContext = { readonly zone: string; readonly now: Instant };

export function readAnswers(file: SourceFile, context: AnswersContext): ReadAnswers {
  const { rows, problems } = parseCsv(file);
  const [header, ...rest] = rows;
  if (!header) return { answers: [], problems: problems.length > 0 ? problems : [empty(file.path)] };
  const columns = readHeader(file.path, header);
  if (columns.problems.some(isError)) return { answers: [], problems: columns.problems };
  const read = rest.map((row) => readRow({ file: file.path, at: columns.at, row, ...context }));
  const judged = settle(
    file.path,
    read.flatMap(({ answer }) => answer ?? []),
  );
  const all = sortProblems([...columns.problems, ...read.flatMap((one) => one.problems), ...judged.problems]);
  return { answers: all.some(isError) ? [] : judged.answers, problems: all };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

const names = ['touchpoint', 'time', 'customer', 'item', 'score'] as const;
type Name = (typeof names)[number];
type Columns = { readonly [name in Name]?: number };

function readHeader(
  file: string,
  header: readonly Cell[],
): { readonly at: Columns; readonly problems: readonly Problem[] } {
  const place = (name: string): number => header.findIndex(({ text }) => text.toLowerCase() === name);
  const missing = names.filter((name) => name !== 'customer' && place(name) < 0);
  const unknown = header.filter(({ text }) => !names.some((name) => name === text.toLowerCase()));
  const problems = [
    ...missing.map((name) => missingColumn(file, name, header)),
    ...unknown.filter(({ text }) => nearest(text, missing) === undefined).flatMap((cell) => unknownColumn(file, cell)),
  ];
  const found = names.flatMap((name) => (place(name) < 0 ? [] : [[name, place(name)]]));
  return { at: Object.fromEntries(found), problems };
}

function missingColumn(file: string, name: Name, header: readonly Cell[]): Problem {
  const near = nearest(
    name,
    header.map(({ text }) => text),
  );
  const cell = header.find(({ text }) => text === near) ?? header[0];
  const fix = near === undefined ? `add it; the columns are ${names.join(', ')}` : `rename '${near}' to '${name}'`;
  return problem(file, cell, { message: `there is no column '${name}'`, fix });
}

/** A column of other things is left alone, one that is nearly `customer` is a slip. */
function unknownColumn(file: string, cell: Cell): readonly Problem[] {
  const near = nearest(cell.text, ['customer']);
  if (near !== undefined)
    return [problem(file, cell, { message: `there is no column '${cell.text}'`, fix: `did you mean '${near}'?` })];
  return [{ ...problem(file, cell, { message: `the column '${cell.text}' is not read` }), severity: 'warning' }];
}

type Row = AnswersContext & { readonly file: string; readonly at: Columns; readonly row: readonly Cell[] };
type ReadRow = { readonly answer?: Omit<Answer, 'occurrence'>; readonly problems: readonly Problem[] };

function readRow({ file, at, row, zone, now }: Row): ReadRow {
  const cellOf = (name: Name): Cell => {
    const last = row.at(-1);
    return row[at[name] ?? -1] ?? { text: '', line: last?.line ?? 1, column: last?.column ?? 1 };
  };
  const [touchpoint, time, item, score] = [cellOf('touchpoint'), cellOf('time'), cellOf('item'), cellOf('score')];
  const instant = instantOf(time.text, zone);
  const kind = itemOf(item.text.toLowerCase());
  const value = kind && valueOn(scales[kind], score.text);
  const problems = [
    ...(isTouchpoint.test(touchpoint.text) ? [] : [problem(file, touchpoint, badTouchpoint(touchpoint.text))]),
    ...(Number.isNaN(instant) ? [problem(file, time, badTime(time.text))] : []),
    ...(instant > now ? [problem(file, time, { message: `'${time.text}' has not come yet`, fix: laterFix })] : []),
    ...(kind === undefined ? [problem(file, item, badItem(item.text))] : []),
    ...(kind !== undefined && value === undefined ? [problem(file, score, badScore(score.text, kind))] : []),
  ];
  if (problems.length > 0 || kind === undefined || value === undefined) return { problems };
  const customer = cellOf('customer').text || null;
  return {
    answer: { touchpoint: touchpoint.text, at: instant, customer, item: kind, value, line: item.line },
    problems,
  };
}

/** `phone`, `store:berlin`. */
const isTouchpoint = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}(:[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63})?$/u;
const isDate = /^\d{4}-\d{2}-\d{2}$/;
const isTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;
const laterFix = 'check the clock of whatever wrote it, or the order of day and month';

/** A date alone is its first moment. */
function instantOf(text: string, zone: string): Instant {
  if (isDate.test(text)) return isInCalendar(text) ? localTime(`${text}T00:00`, zone) : Number.NaN;
  if (!isTime.test(text) || !isInCalendar(text.slice(0, 10))) return Number.NaN;
  return localTime(text.replace(' ', 'T'), zone);
}

/** No 30th of February. */
function isInCalendar(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function valueOn(scale: readonly string[], text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll(' ', '_');
  return scale.find((value) => value === plain);
}

type Said = Pick<Problem, 'message'> & { readonly fix?: string };

function badTouchpoint(text: string): Said {
  const fix = 'write a channel, or a channel and where on it: phone, store:berlin';
  return { message: text === '' ? 'no touchpoint is named' : `'${text}' is no name of a touchpoint`, fix };
}

function badTime(text: string): Said {
  return {
    message: text === '' ? 'no time is given' : `'${text}' is no time`,
    fix: 'write 2026-03-04, 2026-03-04 14:30 or 2026-03-04T14:30:00+01:00',
  };
}

function badItem(text: string): Said {
  const near = nearest(text, importedItems);
  const fix = near === undefined ? `use one of: ${importedItems.join(', ')}` : `did you mean '${near}'?`;
  return { message: text === '' ? 'no item is named' : `there is no item '${text}'`, fix };
}

function badScore(text: string, item: ImportedItem): Said {
  return { message: `'${text}' is no answer to ${item}`, fix: `use one of: ${scales[item].join(', ')}` };
}

/** Two strangers may say the same; one customer who said two things at once is a mistake in the file, and one thing twice is once. */
function settle(file: string, answers: readonly Omit<Answer, 'occurrence'>[]): ReadAnswers {
  const seen = new Map<string, { readonly line: number; readonly value: string; count: number }>();
  const kept: Answer[] = [];
  const problems: Problem[] = [];
  for (const one of answers) {
    const { touchpoint, at, customer, item, value, line } = one;
    const key = JSON.stringify([touchpoint, at, customer, item, customer === null ? value : '']);
    const before = seen.get(key);
    if (!before) seen.set(key, { line, value, count: 1 });
    if (before && customer !== null && before.value === value) continue;
    if (before && customer !== null)
      problems.push(
        problem(
          file,
          { line, column: 1 },
          {
            message: `this customer gave another answer to ${item} at the same moment, on line ${before.line}`,
            fix: 'leave the one that counts',
          },
        ),
      );
    kept.push({ ...one, occurrence: before?.count ?? 0 });
    if (before) before.count += 1;
  }
  return { answers: kept, problems };
}

function empty(file: string): Problem {
  return problem(file, undefined, { message: 'the file is empty', fix: `begin it with ${names.join(',')}` });
}

function problem(file: string, cell: Pick<Cell, 'line' | 'column'> | undefined, said: Said): Problem {
  const { line, column } = cell ?? { line: 1, column: 1 };
  const end = cell && 'text' in cell && typeof cell.text === 'string' ? column + cell.text.length : column;
  return { file, line, column, endLine: line, endColumn: end, code: 'ANSWERS_INVALID', severity: 'error', ...said };
}
