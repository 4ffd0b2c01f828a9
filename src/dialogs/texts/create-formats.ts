/**
 * Formats of numbers, plurals and moments, each made once for all texts that share them: making one costs more than a whole turn, and keeping one as
 * much memory as a hundred texts.
 *
 * @property zone IANA time zone in which moments are shown
 */
export type Formats = {
  readonly zone: string;
  getNumberFormat(...given: ConstructorParameters<typeof Intl.NumberFormat>): Intl.NumberFormat;
  getPluralRules(...given: ConstructorParameters<typeof Intl.PluralRules>): Intl.PluralRules;
  getDateTimeFormat(...given: ConstructorParameters<typeof Intl.DateTimeFormat>): Intl.DateTimeFormat;
  /** what the system knows of a language; throws where it is no tag of a language */
  localeOf(tag: string): Intl.Locale;
};

export function createFormats(zone: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>();
  const plurals = new Map<string, Intl.PluralRules>();
  const moments = new Map<string, Intl.DateTimeFormat>();
  const locales = new Map<string, Intl.Locale>();
  return {
    zone,
    getNumberFormat: (of, options) => once(numbers, [of, options], () => new Intl.NumberFormat(of, options)),
    getPluralRules: (of, options) => once(plurals, [of, options], () => new Intl.PluralRules(of, options)),
    getDateTimeFormat: (of, options) =>
      once(moments, [of, options], () => new Intl.DateTimeFormat(of, { ...options, timeZone: zone })),
    localeOf: (tag) => once(locales, tag, () => new Intl.Locale(tag)),
  };
}

function once<T>(made: Map<string, T>, key: unknown, make: () => T): T {
  const name = JSON.stringify(key);
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}
