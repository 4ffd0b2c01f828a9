/**
 * Whether a customer's issue, once it is known what it is, is one they had in another conversation. Looked up only then, and beside the dialog: what the
 * bot says does not depend on it.
 */

import type { Issue, State } from '../../dialogs/state.ts';
import { sameIssue, type Wish } from '../../dialogs/step/issues/same-issue.ts';
import type { Draft, DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Store } from '../ports.ts';
import type { Live, Lives } from '../turn/live.ts';

export type LinkPorts = { readonly store: Pick<Store, 'conversationsOf'>; readonly lives: Pick<Lives, 'get'> };

export type Linking = {
  readonly live: Live;
  readonly drafts: readonly Draft[];
  readonly at: Instant;
};

/** Conversations of one customer that are looked at, the latest first. */
const mostConversations = 20;

/** @returns `case.linked` and the timer by which the other conversation is told; nothing for an issue of which nothing was heard before */
export async function findLink(ports: LinkPorts, { live, drafts, at }: Linking): Promise<readonly Draft[]> {
  const { state, head } = live;
  const named = drafts.find((draft) => draft.type === 'case.named');
  if (!named || state.customer === '' || hasName(state, named.data.case)) return [];
  const ids = await ports.store.conversationsOf(state.customer, mostConversations);
  const others = await Promise.all(ids.filter((id) => id !== head.conversation).map((id) => ports.lives.get(id)));
  const wish = wishOf(named, { drafts, at });
  const found = others
    .flatMap((other) => other?.state.issues ?? [])
    .filter((issue) => sameIssue(issue, wish) !== undefined)
    .toSorted((a, b) => b.customerAt - a.customerAt || (a.case < b.case ? -1 : 1))[0];
  return found ? linkOf({ state, named, at }, found, sameIssue(found, wish) ?? 'intent') : [];
}

function hasName({ issues }: State, id: string): boolean {
  return issues.some((issue) => issue.case === id && issue.name !== null);
}

function wishOf(
  { data: { family, keys, repeatable } }: DraftOf<'case.named'>,
  { drafts, at }: Omit<Linking, 'live'>,
): Wish {
  const saysStillNot = drafts.some((draft) => draft.type === 'customer.said' && draft.data.stillNot === true);
  return { family, keys, repeatable, saysStillNot, at };
}

type Named = { readonly state: State; readonly named: DraftOf<'case.named'>; readonly at: Instant };

function linkOf(
  { state, named, at }: Named,
  { root, rootConversation, customerAt }: Issue,
  by: 'intent' | 'key' | 'said',
): readonly Draft[] {
  const { case: id } = named.data;
  const data = {
    case: id,
    root,
    to: rootConversation,
    by,
    afterMs: Math.max(0, at - customerAt),
    channel: state.channel,
  };
  // a name of its own: the dialog's timers are counted
  const timer = { timer: `link:${id}`, kind: 'case.link', dueInMs: 0, request: id } as const;
  return [
    { type: 'case.linked', actor: 'system', data },
    { type: 'timer.set', actor: 'system', data: timer },
  ];
}
