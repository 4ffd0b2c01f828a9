/** Telephone numbers by the rules of their countries (libphonenumber-js), loaded when the first number is written: its tables are large. */
import { createRequire } from 'node:module';
import type { ReadPhone } from '../../../intents/entities/built-in/find-phones.ts';

type Library = Pick<typeof import('libphonenumber-js/min'), 'parsePhoneNumberFromString' | 'isSupportedCountry'>;

/** @returns reads only numbers that their country can have given */
export function createReadPhone(): ReadPhone {
  let library: Library | undefined;
  return (written, country) => {
    library ??= load();
    const home = country !== undefined && library.isSupportedCountry(country) ? country : undefined;
    const found = library.parsePhoneNumberFromString(written, home);
    return found?.isValid() ? found.number : undefined;
  };
}

function load(): Library {
  return createRequire(import.meta.url)('libphonenumber-js/min');
}
