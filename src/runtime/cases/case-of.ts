import type { State } from '../../dialogs/state.ts';
import type { Draft, EventType } from '../../events/event.ts';

type Place = {
  readonly before: State;
  readonly after: State;
  readonly drafts: readonly Draft[];
  readonly index: number;
};

/**
 * The case an event belongs to: the one it names; for what the system of record says, the one in which its goal was reached; for what a customer says to
 * begin an issue, or to go back to one, that issue; else the issue of the moment. `null` where there is none.
 */
export function caseOf({ before, after, drafts, index }: Place): string | null {
  const draft = drafts[index];
  if (!draft) return null;
  return namedBy(draft) ?? goalsCase(before, draft) ?? ahead(drafts, index) ?? before.case ?? after.case;
}

function namedBy(draft: Draft): string | undefined {
  switch (draft.type) {
    case 'case.opened':
    case 'case.named':
    case 'case.linked':
    case 'case.split':
    case 'case.silent':
    case 'case.matured':
    case 'review.judged':
      return draft.data.case;
    case 'survey.asked':
    case 'survey.answered':
    case 'survey.commented':
    case 'resolution.stated':
      return draft.data.case;
    case 'case.continued':
      return draft.data.root;
    default:
      return undefined;
  }
}

/** Where verification goes on beside the conversation, the customer may be at something else. */
function goalsCase({ goals, verifying }: State, draft: Draft): string | undefined {
  switch (draft.type) {
    case 'goal.verified':
      return goals[draft.data.goal];
    case 'action.requested':
      return draft.data.purpose === 'verify' ? goals[draft.data.goal ?? ''] : undefined;
    case 'action.succeeded':
    case 'action.failed':
      return goals[verifying[draft.data.request]?.goal ?? ''];
    default:
      return undefined;
  }
}

/** What stands before the decision which issue a turn is about. */
const opening: ReadonlySet<EventType> = new Set<EventType>([
  'conversation.started',
  'entry.named',
  'locale.changed',
  'customer.said',
  'intent.recognised',
]);

/** The issue that this turn begins, or goes back to, further on. */
function ahead(drafts: readonly Draft[], index: number): string | undefined {
  if (!opening.has(drafts[index]?.type ?? 'bot.said')) return undefined;
  const next = drafts.find(({ type }, at) => at > index && (type === 'case.opened' || type === 'case.linked'));
  return next?.type === 'case.opened' || next?.type === 'case.linked' ? next.data.case : undefined;
}
