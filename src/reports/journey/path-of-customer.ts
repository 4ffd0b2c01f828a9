/**
 * The way of one customer: every contact in order of time, what it was about, how it ended, and what they had borne by then. `path/1`.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import { type ClosedEffort, cumulativeEffort } from '../../measurement/cumulative-effort.ts';
import { isAnswersOnly } from '../../measurement/experience/is-answers-only.ts';
import type { Facts } from '../../measurement/facts.ts';
import { contactOf } from './contact.ts';
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

/** @param facts of this customer, in any order; a contact nobody took part in is left out */
export function pathOfCustomer(measures: Measures, customer: string, facts: readonly Facts[]): CustomerPath {
  const borne: ClosedEffort[] = [];
  const contacts = facts
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.case < b.case ? -1 : 1))
    .flatMap((one): readonly PathContact[] => {
      const contact = contactOf(one);
      if (!contact) return [];
      if (contact.closed) borne.push({ closedAt: one.closedAt ?? one.lastAt, effort: contact.closed.effort });
      const isAnswer = isAnswersOnly(one);
      return [
        {
          at: new Date(one.startedAt).toISOString(),
          ...{ kind: contact.kind, touchpoint: one.touchpoint, stage: one.stage, intent: one.intent },
          case: isAnswer ? null : one.case,
          outcome: isAnswer ? null : one.outcome.state,
          effort: one.effort?.value ?? null,
          cumulative: cumulativeEffort(measures, borne, one.lastAt)?.value ?? null,
          answers: Object.fromEntries(
            one.survey.items.flatMap(({ item, value }) => (value === null ? [] : [[item, value]])),
          ),
        },
      ];
    });
  return { schema: 'path/1', customer, contacts: contacts.reduce(joined, []) };
}

/** Answers given at one moment are of one contact. */
function joined(contacts: readonly PathContact[], next: PathContact): readonly PathContact[] {
  const last = contacts.at(-1);
  const isSame = last?.kind === 'answers' && next.kind === 'answers' && last.at === next.at;
  if (!last || !isSame || last.touchpoint !== next.touchpoint) return [...contacts, next];
  return [...contacts.slice(0, -1), { ...last, answers: { ...last.answers, ...next.answers } }];
}
