/**
 * The cases of a business, kept as columns: filled from lines about cases, and mended conversation by conversation as these change.
 */
import type { Kind } from '../report/cases/kind.ts';
import { fixed } from './brief.ts';
import { type Columns, widened } from './columns.ts';
import { type Costs, createCosts } from './create-costs.ts';
import { createNames, type Names } from './create-names.ts';
import { createTerms, type Terms } from './create-terms.ts';
import {
  type Cause,
  type Place,
  type Route,
  readCause,
  readKind,
  readPlace,
  readRoute,
  readSaid,
  type Said,
} from './terms.ts';

/**
 * @property set what there is of a conversation now, in the place of what there was; empty for nothing. The first conversation of its cases is this one.
 */
export type Table = TableView & { set(conversation: string, brief: string): void };

/** @property cases names of cases by row; @property names of customers and conversations, by the numbers in the columns */
export type TableView = {
  columns(): Columns;
  /** how often anything was set: while it is the same, all is */
  changes(): number;
  /** how often anything had been set when a conversation was set last; 0 where it never was */
  changedAt(conversation: number): number;
  readonly cases: Names;
  readonly customers: Names;
  readonly conversations: Names;
  readonly costs: Costs;
  places(): readonly Place[];
  kinds(): readonly Kind[];
  saids(): readonly Said[];
  routes(): readonly Route[];
  causes(): readonly Cause[];
};

type Common = {
  readonly place: Terms<Place>;
  readonly kind: Terms<Kind>;
  readonly said: Terms<Said>;
  readonly route: Terms<Route>;
  readonly cause: Terms<Cause>;
};

const least = 256;

export function createTable(): Table {
  const [cases, customers, conversations] = [createNames(), createNames(), createNames()];
  const common: Common = {
    place: createTerms(readPlace),
    kind: createTerms(readKind),
    said: createTerms(readSaid),
    route: createTerms(readRoute),
    cause: createTerms(readCause),
  };
  const costs = createCosts();
  let columns = widened(undefined, least);
  let size = 0;
  let changes = 0;
  let firstRows = new Uint32Array(least);
  let changed = new Uint32Array(least);

  return {
    set(name, brief) {
      changes++;
      const conversation = conversations.of(name);
      if (conversation >= firstRows.length) [firstRows, changed] = [doubled(firstRows), doubled(changed)];
      changed[conversation] = changes;
      bury(columns, firstRows[conversation] ?? 0);
      if (brief !== '') for (const line of brief.split('\n')) add(conversation, line);
      if (costs.isWasteful()) costs.tidy({ ...columns, size });
    },
    columns: () => ({ ...columns, size }),
    changes: () => changes,
    changedAt: (conversation) => changed[conversation] ?? 0,
    ...{ cases, customers, conversations, costs },
    places: common.place.values,
    kinds: common.kind.values,
    saids: common.said.values,
    routes: common.route.values,
    causes: common.cause.values,
  };

  function add(conversation: number, line: string): void {
    const values = line.split('\t');
    const row = cases.of(name(values[0] ?? ''));
    if (row >= columns.alive.length) columns = widened({ ...columns, size }, 2 * columns.alive.length);
    if (row === size) {
      size++;
      columns.nextRow[row] = firstRows[conversation] ?? 0;
      firstRows[conversation] = row + 1;
    }
    columns.alive[row] = 1;
    columns.conversation[row] = conversations.of(name(values[1] ?? ''));
    columns.customer[row] = customers.of(name(values[2] ?? ''));
    writeNumbers(columns, row, values);
    writeTerms(columns, { row, values, common });
    costs.write(columns, row, costsIn(values, common.cause));
  }
}

/** Names that could break a line are quoted. */
function name(text: string): string {
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function bury(columns: Columns, first: number): void {
  for (let row = first; row > 0; row = columns.nextRow[row - 1] ?? 0) columns.alive[row - 1] = 0;
}

function writeNumbers(columns: Columns, row: number, values: readonly string[]): void {
  const [, , , startedAt, lastAt, closedAt = '', , , , , tenths = '', turns, returns, seconds = '', felt = ''] = values;
  const [mean = '', isNegative, isWorse] = felt.split(' ');
  columns.startedAt[row] = Number(startedAt);
  columns.lastAt[row] = Number(lastAt);
  columns.closedAt[row] = numberIn(closedAt);
  columns.tenths[row] = tenths === '' ? -1 : Number(tenths);
  columns.turns[row] = Number(turns);
  columns.returns[row] = Number(returns);
  columns.secondsToPerson[row] = numberIn(seconds);
  columns.felt[row] = numberIn(mean);
  columns.feltBits[row] = felt === '' ? 0 : Number(isNegative) + 2 * Number(isWorse);
  columns.lot[row] = numberIn(values[15] ?? '');
  columns.flags[row] = Number(values[16]);
}

function numberIn(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

type Line = { readonly row: number; readonly values: readonly string[]; readonly common: Common };

function writeTerms(columns: Columns, { row, values, common }: Line): void {
  columns.place[row] = common.place.of(values[6] ?? '');
  columns.kind[row] = common.kind.of(values[7] ?? '');
  columns.said[row] = common.said.of(values[8] ?? '');
  columns.route[row] = common.route.of(values[9] ?? '');
}

/** Cause and millionths in turn. */
function costsIn(values: readonly string[], causes: Terms<Cause>): readonly number[] {
  const costs: number[] = [];
  for (let i = fixed; i + 1 < values.length; i += 2) costs.push(causes.of(values[i] ?? ''), Number(values[i + 1]));
  return costs;
}
