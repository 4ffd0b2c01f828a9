/** `natural` types only its index, which loads .env files and database drivers; its modules are imported one by one. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    static restore(state: object): BayesClassifier;
    readonly features: Readonly<Record<string, number>>;
    addDocument(text: string | string[], label: string): void;
    train(): void;
    getClassifications(text: string | string[]): { label: string; value: number }[];
  }
}
