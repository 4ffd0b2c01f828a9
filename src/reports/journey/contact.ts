/**
 * What a journey keeps of each contact: a case, or an answer that was given elsewhere.
 */
import type { Instant } from '../../events/instant.ts';
import type { FactsItem } from '../../measurement/experience/read-experience.ts';
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import type { Kind } from '../report/cases/kind.ts';
import { flags } from '../table/brief.ts';
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
  const { conversation, customer, startedAt, flags: bits, tenths, turns, ...numbers } = table.columns();
  const [places, kinds, saids] = [table.places(), table.kinds(), table.saids()];
  return (row) => {
    const place = places[numbers.place[row] ?? 0];
    const how = kinds[numbers.kind[row] ?? 0];
    const flag = bits[row] ?? 0;
    if (!place || !how) return undefined;
    const kind = kindOf(flag, how, turns[row] ?? 0);
    if (kind === undefined) return undefined;
    const effort = tenths[row] ?? -1;
    const isSettled = how.engaged && how.state !== 'open' && effort >= 0;
    return {
      ...{ id: table.cases.at(row), conversation: table.conversations.at(conversation[row] ?? 0) },
      ...{ returned: (flag & flags.returned) !== 0, kind, at: startedAt[row] ?? 0, touchpoint: place.touchpoint },
      customer: table.customers.at(customer[row] ?? 0),
      known: (flag & flags.identified) !== 0 && (flag & flags.nobody) === 0,
      ...{ intent: place.intent, stage: place.stage, language: place.language },
      closed: isSettled ? { effort: effort / 10, resolved: isResolved(how.state) } : null,
      items: saids[numbers.said[row] ?? 0]?.survey.items ?? [],
    };
  };
}

function kindOf(flag: number, { engaged, joined }: Kind, turns: number): Contact | undefined {
  if ((flag & flags.answersOnly) !== 0) return 'answers';
  if (engaged) return 'bot';
  return turns > 0 && joined ? 'people' : undefined;
}
