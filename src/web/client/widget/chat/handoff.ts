/**
 * The Bot Framework's handoff events as the customer sees them: `handoff.initiate` (a person is being found) and `handoff.status` with state
 * `queued`, `accepted`, `failed` or `completed`.
 */

import { fieldsOf, numberOf, textOf } from '../../json/fields.ts';
import type { Activity } from '../directline/activity.ts';
import type { Notice, Peer } from './chat-state.ts';

type Handoff = { readonly peer: Peer; readonly notice?: Notice };

/** @returns `undefined` for every other event, and for states nobody has named yet */
export function readHandoff(activity: Activity): Handoff | undefined {
  if (activity.name === 'handoff.initiate') return { peer: { kind: 'queue' }, notice: { kind: 'finding' } };
  if (activity.name !== 'handoff.status') return undefined;
  const value = fieldsOf(activity.value);
  const name = textOf(value['agent']) || (activity.from.role === 'agent' ? activity.from.name : '');
  const said = sentence(value['message']);
  switch (textOf(value['state'])) {
    case 'queued':
      return {
        peer: { kind: 'queue', position: numberOf(value['position']), waitSeconds: numberOf(value['waitSeconds']) },
      };
    case 'accepted':
      return { peer: { kind: 'agent', name }, notice: said ?? { kind: 'joined', name } };
    case 'failed':
      return { peer: { kind: 'bot' }, notice: said ?? { kind: 'nobody' } };
    case 'completed':
      return { peer: { kind: 'bot' }, notice: said ?? { kind: 'left', name } };
    default:
      return undefined;
  }
}

/** Desks send a word to people or a code for programs under the same name; only the first is shown. */
function sentence(message: unknown): Notice | undefined {
  const text = textOf(message);
  return text.includes(' ') ? { kind: 'said', text } : undefined;
}
