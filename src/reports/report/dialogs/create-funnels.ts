import type { Facts } from '../../../measurement/facts.ts';
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import type { PathPart } from '../../../measurement/path-of.ts';
import { isClosed, type Kind } from '../cases/kind.ts';
import type { Funnel, FunnelStep } from './funnel.ts';

export type Funnels = { add(facts: Facts, kind: Kind): void; read(): readonly Funnel[] };

type Counted = { cases: number; finished: number; reached: number; resolved: number; highEffort: number };
type Dialog = Counted & { readonly steps: Map<string, Step> };

/** @property places sum of the places at which it was asked, for the order */
type Step = { asked: number; stopped: number; places: number };

/** Counts engaged cases; whatever order they come in, the same comes out. */
export function createFunnels(): Funnels {
  const dialogs = new Map<string, Dialog>();
  return {
    add(facts, kind) {
      if (!kind.engaged) return;
      for (const part of facts.path) addPart(dialogOf(dialogs, part.dialog), { part, facts, kind });
    },
    read: () =>
      [...dialogs]
        .map(([dialog, { steps, ...counts }]): Funnel => ({ dialog, ...counts, steps: stepsOf(steps) }))
        .toSorted((a, b) => b.cases - a.cases || (a.dialog < b.dialog ? -1 : 1)),
  };
}

function dialogOf(dialogs: Map<string, Dialog>, name: string): Dialog {
  const known = dialogs.get(name) ?? {
    ...{ cases: 0, finished: 0, reached: 0, resolved: 0, highEffort: 0 },
    steps: new Map(),
  };
  dialogs.set(name, known);
  return known;
}

type Went = { readonly part: PathPart; readonly facts: Facts; readonly kind: Kind };

function addPart(dialog: Dialog, { part, facts, kind }: Went): void {
  const reached = facts.outcome.goals.some((goal) => goal.dialog === part.dialog && goal.state === 'reached');
  dialog.cases++;
  if (part.how === 'finished') dialog.finished++;
  if (reached) dialog.reached++;
  if (isResolved(kind.state)) dialog.resolved++;
  if (isClosed(kind) && kind.band === 'high') dialog.highEffort++;
  const isThrough = reached || part.how === 'finished';
  for (const [place, slot] of part.asked.entries()) {
    const step = dialog.steps.get(slot) ?? { asked: 0, stopped: 0, places: 0 };
    dialog.steps.set(slot, step);
    step.asked++;
    step.places += place;
    if (!isThrough && place === part.asked.length - 1) step.stopped++;
  }
}

function stepsOf(steps: ReadonlyMap<string, Step>): readonly FunnelStep[] {
  return [...steps]
    .toSorted(([a, left], [b, right]) => left.places / left.asked - right.places / right.asked || (a < b ? -1 : 1))
    .map(([slot, { asked, stopped }]) => ({ slot, asked, stopped }));
}
