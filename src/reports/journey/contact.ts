/**
 * What a journey keeps of each contact: a case, or an answer that was given elsewhere.
 */
import type { Instant } from '../../events/instant.ts';
import { isAnswersOnly } from '../../measurement/experience/is-answers-only.ts';
import type { FactsItem } from '../../measurement/experience/read-experience.ts';
import type { Facts } from '../../measurement/facts.ts';
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import { customerOf } from '../table/brief.ts';
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

/** @returns `undefined` where nobody met anybody */
export function contactOf(facts: Facts): ContactSeen | undefined {
  const kind = kindOf(facts);
  if (kind === undefined) return undefined;
  const { effort, outcome, survey, identified } = facts;
  const isClosed = facts.engaged && outcome.state !== 'open' && effort !== null;
  return {
    id: facts.case,
    conversation: facts.conversation,
    returned: facts.conversations.length > 1,
    kind,
    at: facts.startedAt,
    touchpoint: facts.touchpoint,
    customer: customerOf(facts),
    known: identified && facts.customer !== '',
    intent: facts.intent,
    stage: facts.stage,
    language: facts.language,
    closed: isClosed ? { effort: effort.value, resolved: isResolved(outcome.state) } : null,
    items: survey.items,
  };
}

function kindOf(facts: Facts): Contact | undefined {
  if (isAnswersOnly(facts)) return 'answers';
  if (facts.engaged) return 'bot';
  return facts.customerTurns > 0 && facts.person.joined ? 'people' : undefined;
}
