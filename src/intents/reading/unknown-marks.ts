import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { EntityMark } from './intent-definition.ts';

/** A problem for each mark in a phrase, such as `[12345678](order_nmber)`, of an entity that does not exist. */
export function unknownMarks(marks: readonly EntityMark[], entityTypes: ReadonlySet<string>): readonly Problem[] {
  return marks
    .filter(({ entity }) => !entityTypes.has(entity))
    .map(({ entity, where }) => {
      const near = nearest(entity, entityTypes);
      return {
        ...where,
        code: 'ENTITY_UNKNOWN',
        severity: 'error',
        message: `'${entity}' is no entity`,
        unknown: entity,
        fix: near ? `did you mean '${near}'?` : `entities here: ${[...entityTypes].join(', ')}`,
      };
    });
}
