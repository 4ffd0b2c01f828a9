/** JSON with one form only: keys sorted, no spaces, `undefined` left out. Values that say the same are the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item ?? null)).join(',')}]`;
  return isRecord(value) ? recordJson(value) : JSON.stringify(value ?? null);
}

function recordJson(record: Readonly<Record<string, unknown>>): string {
  let json = '';
  for (const key of Object.keys(record).sort()) {
    const part = record[key];
    if (part !== undefined) json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part)}`;
  }
  return `{${json}}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
