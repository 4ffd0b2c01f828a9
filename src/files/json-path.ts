/**
 * JSONPath (RFC 9535) as far as it names places: names, indexes, and `[*]` for every item. Filters and slices are left out.
 */
export type JsonPath = readonly Selector[];

/** A name, an index (from the end where negative), or every item of a list. */
type Selector = string | number | typeof everything;

const everything = Symbol('*');
const selector = /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[(-?\d+)\]|\[(\*)\]|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/uy;

/** @returns `undefined` when it is no such path */
export function readJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith('$')) return undefined;
  const path: Selector[] = [];
  selector.lastIndex = 1;
  while (selector.lastIndex < text.length) {
    const found = selector.exec(text);
    if (!found) return undefined;
    const [, name, index, all, single, double] = found;
    if (index !== undefined) path.push(Number(index));
    else path.push(all === undefined ? (name ?? unescaped(single ?? double ?? '')) : everything);
  }
  return path;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** What stands at a path of plain data: a list of all found where the path holds `[*]`; `undefined` where there is nothing. */
export function valueAtPath(value: unknown, [first, ...rest]: JsonPath): unknown {
  if (first === undefined) return value;
  if (first === everything) return Array.isArray(value) ? allAt(value, rest) : undefined;
  return valueAtPath(inside(value, first), rest);
}

function allAt(values: readonly unknown[], path: JsonPath): readonly unknown[] {
  return values.map((one) => valueAtPath(one, path)).filter((one) => one !== undefined);
}

function inside(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value.at(key) : undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
