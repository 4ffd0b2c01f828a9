import type { z } from 'zod';
import type { Path } from './yaml-document.ts';

/**
 * The keys a schema knows at a place of a value, for "did you mean …?".
 *
 * Of a union the keys of all its members; none where any key may stand.
 */
export function schemaKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  return schemasAt([schema], path).flatMap((found) => Object.keys(shapeOf(found)));
}

function schemasAt(schemas: readonly z.core.$ZodType[], path: Path): readonly z.core.$ZodType[] {
  const plain = schemas.flatMap(unwrap);
  const [step, ...rest] = path;
  if (step === undefined) return plain;
  return schemasAt(
    plain.flatMap((schema) => inner(schema, step)),
    rest,
  );
}

function unwrap(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def: Def = schema._zod.def;
  if (def.options) return def.options.flatMap(unwrap);
  if (def.innerType) return unwrap(def.innerType);
  if (def.type === 'pipe' && def.in) return unwrap(def.in);
  return def.getter ? unwrap(def.getter()) : [schema];
}

function inner(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  const def: Def = schema._zod.def;
  const found = def.element ?? def.valueType ?? shapeOf(schema)[step];
  return found ? [found] : [];
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const def: Def = schema._zod.def;
  return def.shape ?? {};
}

/** What the kinds of schema hold inside, seen as one. */
type Def = {
  readonly type: string;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
};
