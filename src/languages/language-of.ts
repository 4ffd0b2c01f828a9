/**
 * The language of a locale (BCP 47 tag): `de` for `de-AT`. Empty for an empty tag.
 */
export function languageOf(locale: string): string {
  return /^[a-z]{2,8}/i.exec(locale)?.[0].toLowerCase() ?? '';
}

/** The region of a locale: `AT` for `de-AT`, `419` for `es-419`; empty where none is named. */
export function regionOf(locale: string): string {
  return /-([a-z]{2}|\d{3})(?=-|$)/i.exec(locale)?.[1]?.toUpperCase() ?? '';
}
