/** What a step of the wrong form still tells: the names it seems to declare, and whether it may declare one that cannot be told. */
import { schemaKeys } from '../../../files/schema-keys.ts';
import { anything } from '../../expressions/value-type.ts';
import { stepId, variable } from '../language/pieces.ts';
import type { StepBody } from '../steps/define-step.ts';
import { stepKinds } from './step-kinds.ts';

const knownKeys = new Set(
  [...stepKinds].flatMap(([name, { schema }]) => [...schemaKeys(schema, []), ...schemaKeys(schema, [name])]),
);

/** Whether some kind of step knows this key. */
export function isStepKey(key: string): boolean {
  return knownKeys.has(key);
}

/** It seems to save what stands under `save`, or under a key nobody knows, which may be that word misspelt; so do the steps in it. */
export function unreadableStep(value: unknown): StepBody {
  return {
    isUnreadable: true,
    hides: [...new Set(partsOf(value).flatMap(hiddenIn))],
    saves: [...new Set(namesWithin(value))].map((name) => ({ name, type: anything })),
    compile: () => ({ kind: 'end' }),
  };
}

/** The step, and what stands under the key of its kind. */
function partsOf(value: unknown): readonly object[] {
  const step = typeof value === 'object' && value !== null ? value : {};
  const kinds = Object.entries(step).filter(([key]) => stepKinds.has(key));
  return [step, ...kinds.flatMap(([, part]) => (isMap(part) ? [part] : []))];
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hiddenIn(part: object): readonly ('id' | 'value')[] {
  const keys = Object.keys(part);
  const entries = Object.entries(part);
  const isNameless = keys.some(isSave) && entries.flatMap(saved).length === 0;
  const isSetting = entries.some(([key, value]) => !isStepKey(key) && typeof value === 'object');
  const isIdless =
    !keys.includes('id') && entries.some(([key, value]) => !isStepKey(key) && stepId.safeParse(value).success);
  return [...(isNameless || isSetting ? ['value' as const] : []), ...(isIdless ? ['id' as const] : [])];
}

function isSave(key: string): boolean {
  return key === 'save' || key === '';
}

function namesWithin(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap((entry) => [...saved(entry), ...namesWithin(entry[1])]);
}

function saved([key, value]: readonly [string, unknown]): readonly string[] {
  if (key === 'set' && typeof value === 'object' && value !== null) return Object.keys(value);
  const isSaved = isSave(key) || !isStepKey(key);
  return isSaved && variable.safeParse(value).success ? [String(value)] : [];
}
