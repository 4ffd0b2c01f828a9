const shortest = 5;
const pronouns = /(?<=[aei]r|ando|iendo|yendo)(?:me|te|se|l[aoe]s?|nos|[ms]el[ao])$/;
const verbEndings = /(?:[ai]dos?|[ai]das?|ando|iendo|yendo|ar|er|ir)$/;

/**
 * Takes the endings of number and gender off a folded Spanish word, and of a verb those of its infinitive, gerund and participle with the pronouns
 * that hang on them: `devolvérmelo` and `devolver` become `devolv`, `pedidos` and `pedir` `ped`.
 *
 * Words of fewer than five letters stay as they are.
 */
export function stemSpanish(word: string): string {
  if (word.length < shortest) return word;
  const verb = word.replace(pronouns, '').replace(verbEndings, '');
  return verb.length >= 3 && verbEndings.test(word.replace(pronouns, '')) ? verb : withoutNumber(word);
}

function withoutNumber(word: string): string {
  if (word.endsWith('eses')) return word.slice(0, -2);
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  return word.replace(/[aeo]s?$/, '');
}
