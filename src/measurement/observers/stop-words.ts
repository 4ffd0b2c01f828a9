/**
 * Words that say nothing about the matter, by language. A language without a list has none.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a an and any are as at be been but by can could did do does for from had has have hello hey hi how i i'd i'll i'm i've if in is it it's its
    just me my no not now of ok okay on or our please so some thank thanks that that's the their them then there these they this to us was we were
    what when where which who why will with would yes you your`,
  de: `aber als am an auch auf aus bei bin bis bitte da danke das dass dein dem den der des die doch du ein eine einem einen einer es euch fur hab
    habe haben hallo hat ich ihr im in ist ja kann konnen man mein meine meinem meinen meiner mich mir mit nein nicht noch nun oder sie sind so und
    uns vom von war was wenn wie wir wird wo zu zum zur`,
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Stop words of a locale (`de-AT` has those of `de`). */
export function stopWordsOf(locale: string): ReadonlySet<string> {
  return sets.get(locale.split('-')[0]?.toLowerCase() ?? '') ?? new Set();
}
