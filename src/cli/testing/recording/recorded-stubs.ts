import type { Event, EventOf } from '../../../events/event.ts';
import type { Value } from '../../../events/understood.ts';
import { isDescription } from '../format/read-stubs.ts';
import type { Mask } from './mask.ts';

/** From this duration on, the customer is told that it takes a moment: then it is part of the conversation. */
const slowMs = 3_000;

/** What each action answered, in the form of `stub:`. One that answered alike every time has one answer. */
export function recordedStubs(events: readonly Event[], mask: Mask): { readonly [action: string]: Value } {
  const requests = events.filter((event) => event.type === 'action.requested');
  const byAction = Map.groupBy(requests, ({ data }) => data.action);
  return Object.fromEntries([...byAction].map(([action, asked]) => [action, stubOf(asked, events, mask)]));
}

function stubOf(asked: readonly EventOf<'action.requested'>[], events: readonly Event[], mask: Mask): Value {
  const answers = asked.map(({ data }) => answerOf(data.request, events, mask));
  const [first = null] = answers;
  const isAlike = answers.every((answer) => JSON.stringify(answer) === JSON.stringify(first));
  return isAlike ? first : { calls: answers };
}

function answerOf(request: string, events: readonly Event[], mask: Mask): Value {
  const result = events.find(
    (event) => (event.type === 'action.succeeded' || event.type === 'action.failed') && event.data.request === request,
  );
  if (result?.type === 'action.succeeded')
    return given(mask.value(result.words?.output ?? null), result.data.durationMs);
  if (result?.type === 'action.failed') return { fails: result.data.failure };
  return { hangs: true };
}

function given(output: Value, durationMs: number): Value {
  if (durationMs >= slowMs) return { after: `${Math.ceil(durationMs / 1000)}s`, gives: output };
  return isDescription(output) ? { gives: output } : output;
}
