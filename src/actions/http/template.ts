/** Texts of an HTTP action with values in braces: `{number}` of its input, `{services.shop}`, `{secrets.SHOP_KEY}`. */
import type { Value } from '../../events/understood.ts';

/** Where values come from. */
export type Sources = {
  readonly input: Readonly<Record<string, Value>>;
  readonly services: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
};

/** A name in braces; `start` and `end` are offsets of the name. */
export type Placeholder = {
  readonly kind: 'input' | 'services' | 'secrets';
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

const braces = /\{([\w.]+)\}/g;

export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(braces)].map(({ 1: path = '', index }) => ({
    ...partsOf(path),
    start: index + 1,
    end: index + 1 + path.length,
  }));
}

/** Where the first brace stands that belongs to no name in braces; -1 where there is none. */
export function looseBraceIn(text: string): number {
  return text.replace(braces, (named) => ' '.repeat(named.length)).search(/[{}]/);
}

/** A value of any type, when the text is one name and nothing else; else the text with its values. Missing values are empty. */
export function fill(template: Value, sources: Sources): Value {
  if (typeof template === 'string') return fillText(template, sources);
  if (Array.isArray(template)) return template.map((item) => fill(item, sources));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, sources)]));
}

/** The text with its values; `encode` is applied to values of the input. */
export function fillWith(template: string, sources: Sources, encode: (value: string) => string): string {
  return template.replace(braces, (_, path: string) => {
    const parts = partsOf(path);
    const text = asText(sourceValue(parts, sources));
    return parts.kind === 'input' ? encode(text) : text;
  });
}

export function asText(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fillText(template: string, sources: Sources): Value {
  const whole = /^\{([\w.]+)\}$/.exec(template)?.[1];
  return whole === undefined ? fillWith(template, sources, (text) => text) : sourceValue(partsOf(whole), sources);
}

function partsOf(path: string): Pick<Placeholder, 'kind' | 'name'> {
  const [first, ...rest] = path.split('.');
  if (first === 'services' || first === 'secrets') return { kind: first, name: rest.join('.') };
  return { kind: 'input', name: first === 'input' && rest.length > 0 ? rest.join('.') : path };
}

function sourceValue({ kind, name }: Pick<Placeholder, 'kind' | 'name'>, sources: Sources): Value {
  const from: Readonly<Record<string, Value>> = sources[kind];
  return Object.hasOwn(from, name) ? (from[name] ?? null) : null;
}
