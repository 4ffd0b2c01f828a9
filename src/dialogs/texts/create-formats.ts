/** Ways of showing numbers and moments, each made once: making one costs more than a whole turn. */
export type Formats = {
  /** IANA time zone in which moments are shown */
  readonly zone: string;
  getNumberFormat(...args: ConstructorParameters<typeof Intl.NumberFormat>): Intl.NumberFormat;
  getPluralRules(...args: ConstructorParameters<typeof Intl.PluralRules>): Intl.PluralRules;
  getDateTimeFormat(...args: ConstructorParameters<typeof Intl.DateTimeFormat>): Intl.DateTimeFormat;
};

/** Formats that all texts of a bot share. */
export function createFormats(zone: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>();
  const plurals = new Map<string, Intl.PluralRules>();
  const moments = new Map<string, Intl.DateTimeFormat>();
  return {
    zone,
    getNumberFormat: (of, options) => once(numbers, [of, options], () => new Intl.NumberFormat(of, options)),
    getPluralRules: (of, options) => once(plurals, [of, options], () => new Intl.PluralRules(of, options)),
    getDateTimeFormat: (of, options) =>
      once(moments, [of, options], () => new Intl.DateTimeFormat(of, { ...options, timeZone: zone })),
  };
}

function once<T>(made: Map<string, T>, key: unknown, make: () => T): T {
  const name = JSON.stringify(key);
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}
