/** A name and what stands under it. */
export type Cell = readonly [name: string, value: string | number | boolean | null];

const figureFields = ['kind', 'value', 'low', 'high', 'n'] as const;

/** Nested values under dotted names, in order; a figure has the same fields whether it was measured or not. */
export function flatten(value: object, path = ''): readonly Cell[] {
  const entries = 'kind' in value ? figure(value) : Object.entries(value);
  return entries.flatMap(([name, part]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return typeof part === 'object' && part !== null ? flatten(part, at) : [[at, plain(part)]];
  });
}

function figure(value: object): readonly (readonly [string, unknown])[] {
  const fields = new Map<string, unknown>(Object.entries(value));
  return figureFields.map((name) => [name, fields.get(name) ?? null]);
}

function plain(value: unknown): Cell[1] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
