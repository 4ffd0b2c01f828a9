import { nearest } from '../../errors/nearest.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';

/**
 * The channel that was named.
 *
 * @throws TouchpointError USAGE where it is none of `names`
 */
export function requireChannel(given: string | undefined, names: readonly string[]): string {
  const name = given ?? '';
  if (names.includes(name)) return name;
  const near = nearest(name, names);
  throw new TouchpointError('USAGE', `there is no channel '${name}' here`, {
    fix: near === undefined ? `use one of: ${names.join(', ')}` : `did you mean '${near}'?`,
  });
}
