/** Names a dialog declares itself: slots, ids of steps, and what its steps save. */
import { countWords } from '../../../errors/count-words.ts';
import { type Declared, findMisspelt } from '../../../errors/find-misspelt.ts';
import type { Problem } from '../../../errors/problem.ts';
import { valueAt } from '../../../files/check-shape.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import { systemDialogs } from '../../defaults/system.ts';
import { variable } from '../language/pieces.ts';
import type { DialogSource } from '../reading/read-dialog.ts';

const ownName = /[\p{L}\p{N}_-]+/gu;

/** The problems of a dialog, in which unknown names are told where they are misspelt, or not at all where they follow from what cannot be read. */
export function withOwnNames(source: DialogSource, problems: readonly Problem[]): readonly Problem[] {
  const families = Map.groupBy(problems, familyOf);
  if (families.size === 1 && families.has('other')) return problems;
  const common = {
    declared: declaredIn(source),
    count: countWords({
      texts: [JSON.stringify(source.document.value)],
      form: ownName,
      language: systemDialogs.text,
    }),
  };
  const broken = { step: hidden(source, 'id'), value: brokenSlots(source) + hidden(source, 'value') };
  return [...families].flatMap(([family, unknown]) =>
    family === 'other' ? unknown : findMisspelt({ ...common, unknown, broken: broken[family] }),
  );
}

/** A slot that is asked and not declared is unknown to expressions as well. */
function familyOf({ code, unknown }: Problem): 'step' | 'value' | 'other' {
  if (code === 'DIALOG_UNKNOWN_STEP') return 'step';
  const isOfValue = code === 'DIALOG_UNKNOWN_SLOT' || code === 'EXPRESSION_UNKNOWN_NAME';
  return isOfValue && unknown !== undefined ? 'value' : 'other';
}

function hidden(source: DialogSource, what: 'id' | 'value'): number {
  if (source.lost.has('steps')) return Number.POSITIVE_INFINITY;
  return source.allSteps.filter(({ body }) => body.hides?.includes(what)).length;
}

function brokenSlots({ slots, lost }: DialogSource): number {
  if (lost.has('slots')) return Number.POSITIVE_INFINITY;
  return [...slots.keys()].filter((name) => !variable.safeParse(name).success).length;
}

function declaredIn(source: DialogSource): readonly Declared[] {
  const { document, slots } = source;
  const ofSlots = [...slots.keys()].map((name) => ({ name, where: document.placeOfKey(['slots', name]) }));
  const ofSteps = source.allSteps.flatMap(({ path, key, hasId, body }) => [
    ...(hasId ? [{ name: key, where: document.place([...path, 'id']) }] : []),
    ...(body.saves ?? []).map(({ name }) => ({ name, where: placeOfSaved(document, path, name) })),
  ]);
  return [...ofSlots, ...ofSteps];
}

/** A step names what it saves as the value of `save`, or as a key under `set`. */
function placeOfSaved(document: YamlDocument, path: Path, name: string) {
  const ways = [['save'], ['choose', 'save']].map((way) => [...path, ...way]);
  const way = ways.find((one) => valueAt(document.value, one) === name);
  return way ? document.place(way) : document.placeOfKey([...path, 'set', name]);
}
