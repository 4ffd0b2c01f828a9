/**
 * Whether the customer of a case that begins will be asked how it was: drawn by lot before anybody can know how it ends, and never more often than the
 * business allows. Beside the dialog, as other conversations of the customer have a say.
 */
import type { Program, Surveys } from '../../dialogs/program.ts';
import { drawLot } from '../../dialogs/step/issues/draw-lot.ts';
import type { SurveyState } from '../../dialogs/survey-state.ts';
import type { Draft, DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { SurveyItem } from '../../events/speech/survey.ts';
import type { Linking, LinkPorts } from './find-link.ts';

/** @property reaches the channel can tell the customer something when they are gone */
export type Choosing = Linking & { readonly program: Pick<Program, 'surveys'>; readonly reaches: boolean };

/** Conversations of one customer that are looked at, the latest first. */
const mostConversations = 20;

/** @returns `survey.eligible`, and the timers that lead to asking; nothing where no case begins, or nobody asks */
export async function findEligibility(
  ports: LinkPorts,
  { live, drafts, at, program: { surveys }, reaches }: Choosing,
): Promise<readonly Draft[]> {
  const opened = drafts.find((draft) => draft.type === 'case.opened');
  // who was told something is not asked how it was
  const hasSpoken = drafts.some(({ type }) => type === 'customer.said');
  if (!surveys || !opened || !hasSpoken) return [];
  const { case: id } = opened.data;
  const known = await surveyedBefore(ports, live);
  const drawn = drawOf(surveys, { id, known, at });
  const reachable = reaches || Object.keys(live.state.profile).length > 0;
  const data = { case: id, rate: surveys.rate, reachable, ...drawn, items: [...drawn.items] };
  const eligible: Draft = { type: 'survey.eligible', actor: 'system', data };
  return drawn.items.length === 0
    ? [eligible]
    : [eligible, ...timersOf(id, surveys, reaches || surveys.linkMs === null)];
}

/** What is known of each conversation of the customer, this one first. */
async function surveyedBefore({ store, lives }: LinkPorts, { state, head }: Linking['live']) {
  if (state.customer === '') return [state.survey];
  const ids = await store.conversationsOf(state.customer, mostConversations);
  const others = await Promise.all(ids.filter((one) => one !== head.conversation).map((one) => lives.get(one)));
  return [state.survey, ...others.flatMap((other) => (other ? [other.state.survey] : []))];
}

type Drawing = { readonly id: string; readonly known: readonly SurveyState[]; readonly at: Instant };
type Drawn = Pick<DraftOf<'survey.eligible'>['data'], 'why' | 'share'> & { readonly items: readonly SurveyItem[] };

function drawOf(surveys: Surveys, { id, known, at }: Drawing): Drawn {
  const isWithin = (asked: Instant | null, ms: number): boolean => asked !== null && at - asked < ms;
  // whoever is to be asked about another issue is asked already, if they were not meanwhile
  if (known.some((one) => isWithin(one.askedAt, surveys.capMs) || isWithin(one.due?.at ?? null, surveys.capMs)))
    return { why: 'capped', share: 0, items: [] };
  if (drawLot(id, 'nps/v1') < surveys.npsRate && !known.some((one) => isWithin(one.npsAt, relationshipMs)))
    return { why: 'drawn', share: surveys.npsRate, items: ['nps'] };
  const share = Math.min(1, surveys.most / surveys.items.length);
  if (drawLot(id, 'survey/v1') >= surveys.rate) return { why: 'not_drawn', share, items: [] };
  return { why: 'drawn', share, items: itemsFor(id, surveys) };
}

/** What a customer thinks of the whole is asked once in so long. */
const relationshipMs = 90 * 24 * 3_600_000;

/** Each item is as likely as every other; whether it is solved is asked before how it felt. */
function itemsFor(id: string, { items, most }: Surveys): readonly SurveyItem[] {
  const drawn = items.toSorted((a, b) => drawLot(id, `item ${a}`) - drawLot(id, `item ${b}`)).slice(0, most);
  return items.filter((item) => drawn.includes(item));
}

/** @param asksLate in the talk, as no link does */
function timersOf(id: string, { soonMs, lateMs }: Surveys, asksLate: boolean): readonly Draft[] {
  const set = (kind: 'survey.soon' | 'survey.late', dueInMs: number): Draft => ({
    type: 'timer.set',
    actor: 'system',
    // names of their own: the dialog's timers are counted
    data: { timer: `${kind}:${id}`, kind, dueInMs, request: id },
  });
  return [set('survey.soon', soonMs), ...(asksLate ? [set('survey.late', lateMs)] : [])];
}
