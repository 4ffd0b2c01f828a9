/**
 * Lifts turn the body of an older event into today's form, one version at a time: `lifts[type][1]` makes version 2 of version 1.
 * Stored events are never rewritten; they are lifted whenever they are read.
 */
export type Body = Readonly<Record<string, unknown>>;
export type Lifts = Readonly<Record<string, Readonly<Record<number, (body: Body) => Body>>>>;

const lifts: Lifts = {};

/** Applies every lift from the body's version on. A type without lifts comes back as it is. */
export function lift(raw: Body & { readonly type: string; readonly v: number }, table: Lifts = lifts): Body {
  let body: Body = raw;
  for (let version = raw.v; ; version++) {
    const up = table[raw.type]?.[version];
    if (!up) return body;
    body = up(body);
  }
}
