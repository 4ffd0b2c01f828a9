import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';

/** Something declared under a name for one language. */
export type Declared = { readonly name: string; readonly locale: string; readonly where: Where };

/** A problem for each declaration whose name the same language has already. */
export function duplicates(
  declared: readonly Declared[],
  code: 'INTENT_DUPLICATE' | 'ENTITY_DUPLICATE',
): readonly Problem[] {
  const first = new Map<string, Declared>();
  return declared.flatMap((one): readonly Problem[] => {
    const key = `${one.locale} ${one.name}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, one);
    return earlier ? [duplicate(one, earlier, code)] : [];
  });
}

function duplicate({ name, where }: Declared, earlier: Declared, code: Problem['code']): Problem {
  const { file, line, column } = earlier.where;
  return {
    ...where,
    code,
    severity: 'error',
    message: `'${name}' is declared already in ${file}:${line}`,
    fix: 'rename one of them, or make one declaration of both',
    related: [{ file, line, column, message: 'it is declared here first' }],
  };
}

/** A problem for each entity that has the name of a built-in one that has its own meaning for slots; the others may be declared anew. */
export function takenNames(entities: readonly Declared[]): readonly Problem[] {
  const builtIn = new Set<string>(['email', 'url', 'phone', 'money', 'number']);
  return entities
    .filter(({ name }) => builtIn.has(name))
    .map(({ name, where }) => ({
      ...where,
      code: 'ENTITY_DUPLICATE',
      severity: 'error',
      message: `'${name}' is built in and cannot be declared`,
      fix: 'give it another name, or remove it and use the built-in one',
    }));
}
