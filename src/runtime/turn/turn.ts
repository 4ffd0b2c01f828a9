/**
 * The turn: state, input → events → one transaction. On success the new state is live; on any other end nothing has changed.
 */
import type { Input } from '../../dialogs/input.ts';
import { breakDown } from '../../dialogs/step/break-down.ts';
import type { Draft, Event } from '../../events/event.ts';
import { findEligibility } from '../cases/find-eligibility.ts';
import { findLink } from '../cases/find-link.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Commit, Committed, InboxRow, Log, Observe, Store } from '../ports.ts';
import type { Probe } from '../probe.ts';
import { commitOf } from './commit-of.ts';
import { type Course, decideOn } from './course.ts';
import type { Live, Lives } from './live.ts';
import { seal } from './seal.ts';

export type TurnPorts = {
  readonly store: Store;
  readonly lives: Lives;
  readonly observe: Observe;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly log: Log;
  readonly probe: Probe;
  /** told of every commit, in order within a conversation */
  readonly onCommitted: (commit: Commit) => void;
};

export type Turn = {
  readonly course: Course;
  readonly live: Live;
  readonly input: Input;
  readonly inbox: readonly InboxRow[];
  readonly handled: readonly string[];
};

export type TurnEnd =
  | { readonly status: 'committed'; readonly live: Live; readonly events: readonly Event[] }
  | { readonly status: Exclude<Committed, 'committed'> };

/** @throws TouchpointError STORE_… when the transaction could not be made durable */
export async function takeTurn(ports: TurnPorts, turn: Turn): Promise<TurnEnd> {
  const { live, input } = turn;
  const drafts = decide(ports, turn);
  const observed = ports.observe({ state: live.state, drafts, at: input.at });
  const linked = await findLink(ports, { live, drafts, at: input.at });
  const { program } = turn.course.bot;
  const reaches = ports.channels.get(live.head.channel)?.delivery === 'push';
  const eligible = await findEligibility(ports, { live, drafts, at: input.at, program, reaches });
  const { events, state } = seal({
    state: live.state,
    drafts: [...drafts, ...observed, ...linked, ...eligible],
    seq: live.head.seq,
    at: input.at,
  });
  const head = {
    ...live.head,
    version: live.head.version + 1,
    seq: live.head.seq + events.length,
    at: input.at,
    ...(turn.course.change === 'none' ? {} : { program: turn.course.bot.program.hash }),
  };
  const commit = commitOf({
    head,
    before: live.state,
    state,
    events,
    inbox: turn.inbox,
    handled: turn.handled,
    channel: ports.channels.get(head.channel),
    timer: input.kind === 'timer' ? input.timer : undefined,
    request: input.kind === 'action' ? input.request : undefined,
  });
  ports.probe('turn.decided');
  const status = await committed(ports, commit);
  ports.probe('turn.committed');
  if (status !== 'committed') return { status };
  const next = { head, state };
  ports.lives.set(next);
  ports.onCommitted(commit);
  return { status, live: next, events };
}

/** Only what is known to be stored stays in memory: after any other end the next turn reads what is. */
async function committed({ store, lives }: TurnPorts, commit: Commit): Promise<Committed> {
  let status: Committed | undefined;
  try {
    status = await store.commit(commit);
    return status;
  } finally {
    if (status !== 'committed') lives.forget(commit.head.conversation);
  }
}

/** A fault in our own code must not leave the customer without a word. */
function decide({ log }: TurnPorts, { course, live, input }: Turn): readonly Draft[] {
  try {
    return decideOn(course, live.state, input);
  } catch (error) {
    log.error({ error, conversation: live.head.conversation, input: input.kind }, 'a turn broke down');
    return breakDown(course.bot.program, live.state, input);
  }
}
