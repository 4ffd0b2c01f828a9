/**
 * What a finding is among the events of this product: the same folds that measure our own bots measure every other.
 */
import type { Draft } from '../../../events/event.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import type { Found } from '../found.ts';

/** What came of the customer's issue, where nobody says what it was. */
const goal = 'issue';
const handoff = '1';
/** A dialog in which customers prove who they are. */
const proof = 'authentication';

/**
 * @property count how many of the kind came before, in this conversation
 * @property name who speaks
 * @property wasAsked a person was asked for before
 */
export type Telling = {
  readonly at: StepRef;
  readonly count: number;
  readonly name: string | undefined;
  readonly wasAsked: boolean;
};

/** Never empty. */
export function draftsOf({ event }: Found, telling: Telling): readonly Draft[] {
  return inDialog(event, telling) ?? withPerson(event, telling) ?? aboutOutcome(event, telling);
}

type Kind = Found['event'];

function inDialog(event: Kind, { at, count }: Telling): readonly Draft[] | undefined {
  switch (event) {
    case 'no_match':
      return [{ type: 'message.unmatched', actor: 'bot', data: { attempt: 1, at } }];
    case 'bot_failure':
      return [{ type: 'turn.stranded', actor: 'bot', data: { at } }];
    case 'reprompt':
      return asks(at, 'again');
    case 'correction':
      return [{ type: 'slot.corrected', actor: 'customer', data: { at, dialog: at.dialog, slot: '' } }];
    case 'rephrase':
      return [
        { type: 'message.rephrased', actor: 'system', data: { detector: 'rule', probability: 1, earlierTurn: 0 } },
      ];
    case 'unclear':
      return [{ type: 'message.unclear', actor: 'bot', data: { candidates: 2, at } }];
    case 'backtrack':
      return [{ type: 'dialog.backtracked', actor: 'customer', data: { at, dialog: at.dialog } }];
    case 'restart':
      return [
        ...enters({ ...at, step: '' }, 'goto', 'cancelled'),
        ...enters({ ...at, step: '' }, 'intent', 'finished'),
      ];
    case 'redirect':
      return [{ type: 'conversation.redirected', actor: 'bot', data: { at, to: 'elsewhere' } }];
    case 'auth_step':
      return proves(at, asks({ ...at, dialog: proof }, 'first'));
    case 'auth_failed':
      return count === 0 ? proves(at, [failed(at)]) : [failed(at)];
    default:
      return undefined;
  }
}

function asks(at: StepRef, reason: 'first' | 'again'): readonly Draft[] {
  return [
    {
      type: 'question.asked',
      actor: 'bot',
      data: { at, kind: 'slot', slot: null, attempt: reason === 'first' ? 1 : 2, reason },
    },
    { type: 'question.closed', actor: 'bot', data: { at, how: 'abandoned' } },
  ];
}

function proves(at: StepRef, inside: readonly Draft[]): readonly Draft[] {
  const [enter, leave] = enters({ ...at, dialog: proof }, 'call', 'finished');
  return enter && leave ? [enter, ...inside, leave] : [];
}

function failed(at: StepRef): Draft {
  return { type: 'slot.refused', actor: 'bot', data: { at, dialog: proof, slot: '', reason: 'invalid' } };
}

function enters(at: StepRef, by: 'intent' | 'goto' | 'call', how: 'cancelled' | 'finished'): readonly Draft[] {
  const { dialog, file, line } = at;
  const plain = { stage: null, owner: null, intent: null, from: null, goal: null, expect: null, slots: 0 };
  return [
    {
      type: 'dialog.entered',
      actor: 'bot',
      data: { ...plain, dialog, file, line, by, authenticates: dialog === proof },
    },
    { type: 'dialog.left', actor: 'bot', data: { dialog, how } },
  ];
}

function withPerson(event: Kind, { at, count, name, wasAsked }: Telling): readonly Draft[] | undefined {
  switch (event) {
    case 'human_request':
      return [{ type: 'human.requested', actor: 'customer', data: { count: count + 1 } }];
    case 'handoff':
      return [
        {
          type: 'handoff.requested',
          actor: 'bot',
          data: { handoff, team: null, reason: 'transcript', by: wasAsked ? 'customer' : 'dialog', at },
        },
      ];
    case 'agent_joined':
      return [{ type: 'handoff.accepted', actor: 'agent', data: { handoff, agent: name ?? 'agent' } }];
    case 'transfer':
      return [{ type: 'handoff.transferred', actor: 'agent', data: { handoff, team: null } }];
    case 'left_waiting':
      return [{ type: 'handoff.unavailable', actor: 'system', data: { handoff, why: 'nobody' } }];
    default:
      return undefined;
  }
}

function aboutOutcome(event: Kind, { at, count }: Telling): readonly Draft[] {
  switch (event) {
    case 'goal_reached':
      return [{ type: 'goal.reached', actor: 'bot', data: { at, goal, verified: false } }];
    case 'goal_failed':
      return [{ type: 'goal.failed', actor: 'bot', data: { at, goal } }];
    case 'declined':
      return [{ type: 'scope.refused', actor: 'bot', data: { at, reason: 'policy', owner: 'policy' } }];
    case 'said_solved':
      return [{ type: 'resolution.stated', actor: 'customer', data: { value: 'yes' } }];
    case 'said_not_solved':
      return [{ type: 'resolution.stated', actor: 'customer', data: { value: 'no' } }];
    case 'thanks':
      return [{ type: 'customer.thanked', actor: 'customer', data: {} }];
    case 'promise':
      return [
        {
          type: 'promise.made',
          actor: 'bot',
          data: { at, what: 'transcript', withinMs: dayMs, promise: String(count + 1) },
        },
      ];
    default:
      return [];
  }
}

const dayMs = 86_400_000;
