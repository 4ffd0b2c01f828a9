import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { isClosed, type Kind } from '../cases/kind.ts';

export function isDurable({ state, reopened }: Kind): boolean {
  return isResolved(state) && reopened === false;
}

/** Final, of a customer who would be recognised. */
export function isMatured(kind: Kind): boolean {
  return isClosed(kind) && kind.final && kind.reopened !== null;
}
