/** `natural` types only its index, which loads .env files and database drivers; its modules are imported one by one. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
