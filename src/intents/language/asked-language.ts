/** "Can we speak German?": a wish for another language, told from talk about it. */
import { foldText } from '../../languages/fold-text.ts';
import { functionWords } from './function-words.ts';

/** Languages that customers ask for, whether or not a bot speaks them (ISO 639-1). */
const asked =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh';

/** Names that a language has beside the one in the Unicode CLDR. */
const otherNames: readonly (readonly [string, string])[] = [
  ['castellano', 'es'],
  ['mandarin', 'zh'],
  ['flemish', 'nl'],
];

/** What a wish for a language says beside its name. */
const wishes = `speak speaks talk talking write writing switch change continue go language please prefer want like understand anyone someone agent bot
  answer reply rather let lets could may support sprechen sprechen sprichst spricht reden schreiben wechseln weiter sprache lieber gern gerne möchten
  antworten verstehen versteht jemand umstellen hablar habla hablas hablan hablamos hablo escribir cambiar seguir idioma prefiero podemos puedes
  pueden responder entiende alguien parler parlez langue continuer`;

/** Longer messages are about something else. */
const mostWords = 9;

/**
 * @param locales languages of the bot, whose names of languages are understood
 * @returns finds the language that a message asks for (ISO 639-1), and nothing else; a bare name is no wish where a question is open
 */
export function createAskedLanguage(
  locales: readonly string[],
): (text: string, expectsAnswer: boolean) => string | undefined {
  let names: ReadonlyMap<string, string> | undefined;
  const carriers = new Set(
    [...wishes.split(/\s+/), ...['en', ...locales].flatMap(functionWords)].map((word) => foldText(word)),
  );
  return (text, expectsAnswer) => {
    if (text.length > 100) return undefined;
    const words = foldText(text).match(/[\p{L}\p{M}']+/gu) ?? [];
    if (words.length === 0 || words.length > mostWords) return undefined;
    names ??= namesIn(locales);
    const named = words.flatMap((word) => names?.get(word) ?? []);
    const isBare = words.length === named.length;
    const isWish = words.every((word) => names?.has(word) || carriers.has(word));
    return named.length === 1 && isWish && !(isBare && expectsAnswer) ? named[0] : undefined;
  };
}

function namesIn(locales: readonly string[]): ReadonlyMap<string, string> {
  const codes = asked.split(' ');
  const known = codes.flatMap((code) =>
    [...new Set(['en', code, ...locales])].map((viewer) => [nameOf(code, viewer), code] as const),
  );
  return new Map([...known, ...otherNames]);
}

function nameOf(code: string, viewer: string): string {
  return foldText(new Intl.DisplayNames(viewer, { type: 'language' }).of(code) ?? code);
}
