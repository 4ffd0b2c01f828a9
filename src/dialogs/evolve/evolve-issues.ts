import type { DraftOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Issue, State } from '../state.ts';

type CaseEvent = DraftOf<
  'case.opened' | 'case.named' | 'case.linked' | 'case.continued' | 'case.silent' | 'case.matured'
> & { readonly at: Instant };

/** Issues kept in mind; an older one is given up. */
const most = 8;

/** Keeps which issues the customer has, and which is the one of the moment. */
export function evolveIssues(state: State, event: CaseEvent): State {
  switch (event.type) {
    case 'case.opened':
      return opened(state, event);
    case 'case.named':
      return named(state, event.data);
    case 'case.linked':
      return linked(state, event.data);
    case 'case.continued':
      return changed(state, event.data.root, ({ continued }) => ({
        continued: [...continued.filter((one) => one !== event.data.conversation), event.data.conversation].slice(
          -most,
        ),
      }));
    case 'case.silent':
      return changed(state, event.data.case, () => ({ left: true }));
    case 'case.matured':
      return matured(state, event.data.case);
  }
}

/** What the customer said last was about the issue of the moment. */
export function spokeOf(state: State, at: Instant): State {
  return state.case === null ? state : changed(state, state.case, () => ({ customerAt: at }));
}

function opened(state: State, { data: { case: id }, at }: DraftOf<'case.opened'> & { readonly at: Instant }): State {
  const { conversation, counters } = state;
  const issue: Issue = {
    case: id,
    root: id,
    rootConversation: conversation,
    name: null,
    keys: [],
    customerAt: at,
    left: false,
    continued: [],
  };
  return {
    ...state,
    case: id,
    issues: [...state.issues, issue].slice(-most),
    counters: { ...counters, case: counters.case + 1 },
  };
}

function named(state: State, data: DraftOf<'case.named'>['data']): State {
  const { intent, family, windowMs, keys } = data;
  return changed(state, data.case, () => ({ name: { intent, family, windowMs }, keys }));
}

function linked(state: State, { case: id, root, to }: DraftOf<'case.linked'>['data']): State {
  const next = changed(state, id, () => ({ root, rootConversation: to, left: false }));
  return { ...next, case: id };
}

/** What was learned for an issue is forgotten with it. */
function matured(state: State, id: string): State {
  const issues = state.issues.filter((issue) => issue.case !== id);
  if (state.case !== id) return { ...state, issues };
  return { ...state, issues, case: null, kept: {}, mentions: [], secrets: [], sharedValid: [] };
}

function changed(state: State, id: string, change: (issue: Issue) => Partial<Issue>): State {
  const at = state.issues.findIndex((issue) => issue.case === id);
  const known = state.issues[at];
  return known ? { ...state, issues: state.issues.with(at, { ...known, ...change(known) }) } : state;
}
