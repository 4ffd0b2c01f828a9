/**
 * What a journey keeps of each contact: a case, or an answer that was given elsewhere.
 */
import type { Instant } from '../../events/instant.ts';
import type { FactsItem } from '../../measurement/experience/read-experience.ts';
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import type { Kind } from '../report/cases/kind.ts';
import { flags } from '../table/brief.ts';
import type { Columns } from '../table/columns.ts';
import type { TableView } from '../table/create-table.ts';
import type { Contact } from './journey.ts';

/**
 * @property customer whose contact it is; one nobody is known for stands alone
 * @property conversation the first it was held in: several issues in one are one time in touch
 * @property returned the customer came back with it in another conversation
 * @property known the customer can be known again
 * @property closed its effort and outcome are settled enough to be shown, `null` for an answer alone and for what is open
 */
export type ContactSeen = {
  readonly id: string;
  readonly conversation: string;
  readonly returned: boolean;
  readonly kind: Contact;
  readonly at: Instant;
  readonly touchpoint: string;
  readonly customer: string;
  readonly known: boolean;
  readonly intent: string | null;
  readonly stage: string | null;
  readonly language: string;
  readonly closed: { readonly effort: number; readonly resolved: boolean } | null;
  readonly items: readonly FactsItem[];
};

/** @returns reads rows of the table: `undefined` where nobody met anybody */
export function contactsIn(table: TableView): (row: number) => ContactSeen | undefined {
  const columns = table.columns();
  const [places, kinds, saids] = [table.places(), table.kinds(), table.saids()];
  return (row) => {
    const place = places[numberIn(columns.place, row)];
    const how = kinds[numberIn(columns.kind, row)];
    const flag = numberIn(columns.flags, row);
    const kind = how && kindOf(flag, how, numberIn(columns.turns, row));
    if (!place || !how || kind === undefined) return undefined;
    return {
      ...{ id: table.cases.at(row), conversation: table.conversations.at(numberIn(columns.conversation, row)) },
      ...{ returned: (flag & flags.returned) !== 0, kind, at: numberIn(columns.startedAt, row) },
      customer: table.customers.at(numberIn(columns.customer, row)),
      known: (flag & flags.identified) !== 0 && (flag & flags.nobody) === 0,
      ...{ touchpoint: place.touchpoint, intent: place.intent, stage: place.stage, language: place.language },
      closed: closedOf(how, numberIn(columns.tenths, row)),
      items: saids[numberIn(columns.said, row)]?.survey.items ?? [],
    };
  };
}

function numberIn(column: Columns[Exclude<keyof Columns, 'size'>], row: number): number {
  return column[row] ?? 0;
}

function closedOf({ engaged, state }: Kind, tenths: number): ContactSeen['closed'] {
  const isSettled = engaged && state !== 'open' && tenths >= 0;
  return isSettled ? { effort: tenths / 10, resolved: isResolved(state) } : null;
}

function kindOf(flag: number, { engaged, joined }: Kind, turns: number): Contact | undefined {
  if ((flag & flags.answersOnly) !== 0) return 'answers';
  if (engaged) return 'bot';
  return turns > 0 && joined ? 'people' : undefined;
}
