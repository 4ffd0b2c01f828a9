import type { Event, EventOf } from '../../events/event.ts';
import type { Expecting, Experience, Felt, PromisesSeen } from './experience.ts';
import { foldSurvey } from './fold-survey.ts';

/** The case as it was before the event. @property customerTurns of the case so far */
export type ExperienceGround = { readonly experience: Experience; readonly customerTurns: number };

/** Folds one event. One that says nothing of all this leaves the fold as it is. */
export function foldExperience({ experience, customerTurns }: ExperienceGround, event: Event): Experience {
  switch (event.type) {
    case 'message.felt':
      return { ...experience, felt: felt(experience.felt, event.data.value) };
    case 'survey.eligible':
    case 'survey.asked':
    case 'survey.answered':
    case 'survey.commented':
    case 'delivery.stated':
      return foldSurvey(experience, event);
    case 'customer.said':
      return foldSurvey(experience, event);
    case 'promise.made':
    case 'promise.kept':
    case 'promise.broken':
      return { ...experience, promises: promised(experience.promises, event) };
    case 'arm.assigned': {
      const { experiment, arm } = event.data;
      return { ...experience, arms: { ...experience.arms, [experiment]: arm } };
    }
    case 'rule.triggered':
      return triggered(experience, `rule:${event.data.rule}`);
    case 'notice.held':
      return triggered(experience, `notice:${event.data.notice}`);
    case 'notice.received':
      return event.data.later ? experience : triggered({ ...experience, noticed: true }, `notice:${event.data.notice}`);
    case 'dialog.entered':
      return entered(experience, event, customerTurns);
    case 'dialog.left':
      return left(experience, event, customerTurns);
    default:
      return experience;
  }
}

function triggered(experience: Experience, experiment: string): Experience {
  return { ...experience, triggered: [...new Set([...experience.triggered, experiment])] };
}

/** VADER's authors call a text negative from here on. */
const negativeFrom = -0.05;

function felt(known: Felt | null, value: number): Felt {
  const before = known ?? { turns: 0, sum: 0, first: value, last: value, worst: value, negative: 0 };
  return {
    turns: before.turns + 1,
    sum: Math.round(1000 * (before.sum + value)) / 1000,
    first: before.first,
    last: value,
    worst: Math.min(before.worst, value),
    negative: before.negative + (value <= negativeFrom ? 1 : 0),
  };
}

/** A promise is kept or broken once: the same told again changes nothing. */
function promised(
  { made, kept, broken }: PromisesSeen,
  event: EventOf<'promise.made'> | EventOf<'promise.kept'> | EventOf<'promise.broken'>,
): PromisesSeen {
  const id = `${event.conversation}/${event.data.promise ?? ''}`;
  if (event.type === 'promise.made') return { made: made + 1, kept, broken };
  if (kept.includes(id) || broken.includes(id)) return { made, kept, broken };
  return event.type === 'promise.kept'
    ? { made, kept: [...kept, id], broken }
    : { made, kept, broken: [...broken, id] };
}

function entered(experience: Experience, { at, data }: EventOf<'dialog.entered'>, customerTurns: number): Experience {
  if (data.expect === null) return experience;
  const { turns = null, seconds = null } = data.expect;
  const one: Expecting = {
    dialog: data.dialog,
    turns,
    seconds,
    tookTurns: 0,
    tookSeconds: 0,
    since: at,
    fromTurn: Math.max(1, customerTurns),
  };
  return { ...experience, expecting: [...experience.expecting, one] };
}

/** A case tells of so many dialogs. */
const mostExpected = 10;

/** Only what came to its end can be compared: who leaves in the middle has not seen how long it takes. */
function left(experience: Experience, { at, data }: EventOf<'dialog.left'>, customerTurns: number): Experience {
  const index = experience.expecting.findLastIndex(({ dialog }) => dialog === data.dialog);
  const one = experience.expecting[index];
  if (!one) return experience;
  const expecting = experience.expecting.toSpliced(index, 1);
  if (data.how !== 'finished' || experience.expected.length >= mostExpected) return { ...experience, expecting };
  const { dialog, turns, seconds, since, fromTurn } = one;
  const tookTurns = Math.max(1, customerTurns - fromTurn + 1);
  const took = { dialog, turns, seconds, tookTurns, tookSeconds: Math.max(0, (at - since) / 1000) };
  return { ...experience, expecting, expected: [...experience.expected, took] };
}
