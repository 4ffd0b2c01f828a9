/**
 * New references from history: what cases that went well took, and how soon the bot answered. Proposed, never used by themselves: a bot that gets
 * worse for everybody must look worse. Source: measurement §1.
 */
import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { mainDialog } from '../../measurement/effort/standing-burdens.ts';
import { readFacts } from '../../measurement/facts.ts';
import type { CaseFold } from '../../measurement/fold-case.ts';
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { type Column, createColumn } from './column.ts';

/** @property path where it stands in a file of measures; @property now `null` where nothing is said of it yet */
export type Suggestion = {
  readonly path: readonly string[];
  readonly now: number | null;
  readonly suggested: number;
  readonly n: number;
};

export type Suggestions = {
  readonly suggestions: readonly Suggestion[];
  /** of these there is too little history */
  readonly tooFew: readonly { readonly path: readonly string[]; readonly n: number }[];
};

/** `add` the cases and the events of each conversation; `read` what follows from all. */
export type Suggesting = {
  addCase(fold: CaseFold): void;
  addEvents(channel: string, events: readonly Event[]): void;
  read(): Suggestions;
};

/** A constant is proposed from so many observations on. */
const fewestObservations = 30;

/** Nine of ten replies come within a proposed wait. */
const waitShare = 0.9;

export function suggestReferences(measures: Measures): Suggesting {
  const seen = new Map<string, Column>();
  const add = (path: readonly string[], value: number): void => {
    const key = path.join('\0');
    const column = seen.get(key) ?? createColumn();
    seen.set(key, column);
    column.push(value);
  };
  return {
    addCase(fold) {
      const dialog = mainDialog(fold.context)?.dialog;
      if (dialog === undefined || !wentWell(measures, fold)) return;
      add(['references', 'dialogs', dialog, 'turns'], fold.context.customerTurns);
      if (fold.context.words !== null && fold.context.words > 0)
        add(['references', 'dialogs', dialog, 'words'], fold.context.words);
    },
    addEvents(channel, events) {
      for (const seconds of replySeconds(events)) add(['references', 'waitSeconds', channel], seconds);
    },
    read() {
      const all = [...seen].map(([key, column]) => ({ path: key.split('\0'), values: column.values() }));
      const inOrder = all.toSorted((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
      return {
        suggestions: inOrder.flatMap(({ path, values }) => suggestionOf(measures, path, values)),
        tooFew: inOrder
          .filter(({ values }) => values.length < fewestObservations)
          .map(({ path, values }) => ({ path, n: values.length })),
      };
    },
  };
}

/** Solved, and nothing in the way but its length. */
function wentWell(measures: Measures, fold: CaseFold): boolean {
  const { outcome, burdens } = readFacts(measures, '', fold);
  return isResolved(outcome.state) && burdens.every(({ signal }) => signal === 'turns' || signal === 'words');
}

function suggestionOf(measures: Measures, path: readonly string[], values: Float64Array): readonly Suggestion[] {
  if (values.length < fewestObservations) return [];
  const share = path[1] === 'waitSeconds' ? waitShare : 0.5;
  const found = quantile(values.toSorted(), share) ?? 0;
  const suggested = Math.max(0.5, Math.ceil(2 * found) / 2);
  return [{ path, now: numberAt(measures, path), suggested, n: values.length }];
}

function numberAt(measures: Measures, path: readonly string[]): number | null {
  const found = path.reduce<unknown>((part, name) => Object(part)[name], measures);
  return typeof found === 'number' ? found : null;
}

/** From a customer's first unanswered message to the bot's first answer. */
function replySeconds(events: readonly Event[]): readonly number[] {
  const seconds: number[] = [];
  let since: number | null = null;
  for (const { type, at, actor } of events) {
    if (type === 'customer.said') since ??= at;
    if (type !== 'bot.said' || since === null) continue;
    if (actor === 'bot') seconds.push((at - since) / 1000);
    since = null;
  }
  return seconds;
}
