/**
 * A survey that a link asks: of customers who have gone, where their channel does not reach them. Whom it asks, and what, was drawn when the case began.
 */
import { isWithPerson } from '../../dialogs/desk-act.ts';

import { surveyQuestions } from '../../dialogs/step/survey/survey-questions.ts';
import { spokenLanguage } from '../../dialogs/texts/translated.ts';
import type { LinkedSurvey } from '../door.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Bots, Clock, Head, Store } from '../ports.ts';
import type { Lives } from '../turn/live.ts';

export type LinkedPorts = {
  readonly store: Pick<Store, 'load'>;
  readonly lives: Pick<Lives, 'get'>;
  readonly bots: Pick<Bots, 'current'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly channels: ReadonlyMap<string, Channel>;
};

/** @returns `undefined` where there is no such conversation, or its customer was erased */
export async function askedByLink(
  { store, lives, bots, clock, channels }: LinkedPorts,
  conversation: string,
): Promise<LinkedSurvey | undefined> {
  // asked of the store: what is live here may not know yet that another process erased them
  const head = (await store.load(conversation))?.head;
  const live = isKnown(head) ? await lives.get(conversation) : undefined;
  if (!isKnown(head) || !live) return undefined;
  const { program } = bots.current();
  const { state } = live;
  const { due } = state.survey;
  const goneMs = clock.now() - state.customerAt;
  const isGone = goneMs >= (program.surveys?.lateMs ?? 0) && !isWithPerson(state) && state.pending === null;
  const isUnreached = channels.get(head.channel)?.delivery !== 'push';
  return {
    customer: head.customer,
    channel: head.channel,
    language: spokenLanguage(program, state.locale),
    lastAt: state.customerAt,
    profile: state.profile,
    due: due && isGone && isUnreached ? due : null,
    questions: (items) => surveyQuestions({ program, state }, items),
  };
}

type Known = Head & { readonly customer: string };

/** There is such a conversation, and its customer was not erased: of who was, no address is left. */
export function isKnown(head: Head | undefined): head is Known {
  return head !== undefined && head.customer !== null && head.address !== '';
}
