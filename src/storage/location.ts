/** Places a store may be at, by how they are written. */

/** `memory`: ends with the process. `postgres`: a database many processes may share. `file`: the path of a SQLite file. */
export function kindOf(location: string): 'memory' | 'postgres' | 'file' | 'unknown' {
  if (location === 'memory:') return 'memory';
  if (/^postgres(ql)?:\/\//i.test(location)) return 'postgres';
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location) ? 'unknown' : 'file';
}
