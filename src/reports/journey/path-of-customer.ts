/**
 * The way of one customer: every contact in order of time, what it was about, how it ended, and what they had borne by then. `path/1`.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import { type ClosedEffort, cumulativeEffort } from '../../measurement/cumulative-effort.ts';
import { selectRows } from '../report/cases/select-rows.ts';
import type { Query } from '../report/query.ts';
import type { TableView } from '../table/create-table.ts';
import { contactIn, settledKinds } from './contact.ts';
import type { Contact } from './journey.ts';

export type CustomerPath = {
  readonly schema: 'path/1';
  readonly customer: string;
  readonly contacts: readonly PathContact[];
};

/**
 * @property case what `touchpoint case` lays open; `null` for an answer from elsewhere
 * @property cumulative effort borne by then, 0–100; `null` before the first closed case
 * @property answers to surveys, by item
 */
export type PathContact = {
  readonly at: string;
  readonly kind: Contact;
  readonly touchpoint: string;
  readonly stage: string | null;
  readonly intent: string | null;
  readonly case: string | null;
  readonly outcome: string | null;
  readonly effort: number | null;
  readonly cumulative: number | null;
  readonly answers: Readonly<Record<string, string>>;
};

type Asked = { readonly query: Query; readonly measures: Measures; readonly customer: string };

/** A contact nobody took part in is left out. */
export function pathOfCustomer(table: TableView, { query, measures, customer }: Asked): CustomerPath {
  const columns = table.columns();
  const number = table.customers.find(customer);
  const contactAt = contactIn(table);
  const rows = selectRows(table, query, 'contacts').filter((row) => columns.customer[row] === number);
  const borne: ClosedEffort[] = [];
  const contacts = Array.from(rows)
    .toSorted((a, b) => (columns.startedAt[a] ?? 0) - (columns.startedAt[b] ?? 0) || table.cases.compare(a, b))
    .flatMap((row): readonly PathContact[] => {
      const kind = contactAt(row);
      if (kind === undefined) return [];
      const closed = closedEffort(table, row);
      if (closed) borne.push(closed);
      const cumulative = cumulativeEffort(measures, borne, columns.lastAt[row] ?? 0)?.value ?? null;
      return [{ ...contactShown(table, row, kind), cumulative }];
    });
  return { schema: 'path/1', customer, contacts: contacts.reduce(joined, []) };
}

function closedEffort(table: TableView, row: number): ClosedEffort | undefined {
  const { closedAt, lastAt, kind, tenths } = table.columns();
  const at = closedAt[row] ?? Number.NaN;
  const effort = tenths[row] ?? -1;
  if (settledKinds(table.kinds())[kind[row] ?? 0] === 0 || effort < 0) return undefined;
  return { closedAt: Number.isNaN(at) ? (lastAt[row] ?? 0) : at, effort: effort / 10 };
}

function contactShown(table: TableView, row: number, kind: Contact): Omit<PathContact, 'cumulative'> {
  const columns = table.columns();
  const isAnswer = kind === 'answers';
  const place = table.places()[columns.place[row] ?? 0];
  const items = table.saids()[columns.said[row] ?? 0]?.survey.items ?? [];
  const effort = columns.tenths[row] ?? -1;
  return {
    at: new Date(columns.startedAt[row] ?? 0).toISOString(),
    ...{ kind, touchpoint: place?.touchpoint ?? '', stage: place?.stage ?? null, intent: place?.intent ?? null },
    case: isAnswer ? null : table.cases.at(row),
    outcome: isAnswer ? null : (table.kinds()[columns.kind[row] ?? 0]?.state ?? null),
    effort: effort < 0 ? null : effort / 10,
    answers: Object.fromEntries(items.flatMap(({ item, value }) => (value === null ? [] : [[item, value]]))),
  };
}

/** Answers given at one moment are of one contact. */
function joined(contacts: readonly PathContact[], next: PathContact): readonly PathContact[] {
  const last = contacts.at(-1);
  const isSame = last?.kind === 'answers' && next.kind === 'answers' && last.at === next.at;
  if (!last || !isSame || last.touchpoint !== next.touchpoint) return [...contacts, next];
  return [...contacts.slice(0, -1), { ...last, answers: { ...last.answers, ...next.answers } }];
}
