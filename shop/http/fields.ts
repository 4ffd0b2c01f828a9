/** Reads fields of a body nobody has checked yet. */

/** @returns the trimmed text, or `undefined` where it is missing, empty, longer than 2,000 characters or no text */
export function textField(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.length > 2000 ? undefined : text;
}

/** @returns `undefined` where it is missing or not a finite number */
export function numberField(body: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = body[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** @returns the value where it is one of the options */
export function oneOf<T extends string>(value: string | undefined, options: readonly T[]): T | undefined {
  return options.find((option) => option === value);
}
