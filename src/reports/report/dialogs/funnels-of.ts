import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import type { Route } from '../../table/terms.ts';
import { isClosed, type Kind } from '../cases/kind.ts';
import type { Sample } from '../cases/sample.ts';
import type { Funnel, FunnelStep } from './funnel.ts';

type Counted = { cases: number; finished: number; reached: number; resolved: number; highEffort: number };
type Dialog = Counted & { readonly steps: Map<string, Step> };

/** @property places sum of the places at which it was asked, for the order */
type Step = { asked: number; stopped: number; places: number };

/** Of the engaged cases; whatever order they come in, the same comes out. */
export function funnelsOf({ engaged, table, kinds }: Sample): readonly Funnel[] {
  const { route: routeOf, kind: kindOf } = table.columns();
  const routes = table.routes();
  const counts = new Float64Array(routes.length * kinds.length);
  const { rows } = engaged;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const at = (routeOf[row] ?? 0) * kinds.length + (kindOf[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const dialogs = new Map<string, Dialog>();
  for (const [at, n] of counts.entries()) {
    const [route, kind] = [routes[Math.floor(at / kinds.length)], kinds[at % kinds.length]];
    if (n === 0 || !route || !kind) continue;
    for (const part of route) addPart(dialogOf(dialogs, part.dialog), { part, kind, n });
  }
  return [...dialogs]
    .map(([dialog, { steps, ...sums }]): Funnel => ({ dialog, ...sums, steps: stepsOf(steps) }))
    .toSorted((a, b) => b.cases - a.cases || (a.dialog < b.dialog ? -1 : 1));
}

function dialogOf(dialogs: Map<string, Dialog>, name: string): Dialog {
  const known = dialogs.get(name) ?? {
    ...{ cases: 0, finished: 0, reached: 0, resolved: 0, highEffort: 0 },
    steps: new Map(),
  };
  dialogs.set(name, known);
  return known;
}

type Went = { readonly part: Route[number]; readonly kind: Kind; readonly n: number };

function addPart(dialog: Dialog, { part, kind, n }: Went): void {
  const { reached, finished, asked } = part;
  dialog.cases += n;
  if (finished) dialog.finished += n;
  if (reached) dialog.reached += n;
  if (isResolved(kind.state)) dialog.resolved += n;
  if (isClosed(kind) && kind.band === 'high') dialog.highEffort += n;
  const isThrough = reached || finished;
  for (const [place, slot] of asked.entries()) {
    const step = dialog.steps.get(slot) ?? { asked: 0, stopped: 0, places: 0 };
    dialog.steps.set(slot, step);
    step.asked += n;
    step.places += n * place;
    if (!isThrough && place === asked.length - 1) step.stopped += n;
  }
}

function stepsOf(steps: ReadonlyMap<string, Step>): readonly FunnelStep[] {
  return [...steps]
    .toSorted(([a, left], [b, right]) => left.places / left.asked - right.places / right.asked || (a < b ? -1 : 1))
    .map(([slot, { asked, stopped }]) => ({ slot, asked, stopped }));
}
