/** The door to naive Bayes of `natural`, which is loaded where a bot has chosen it: it takes 20 ms. */
import { createRequire } from 'node:module';
import { foldText } from '../../languages/fold-text.ts';
import { functionWords } from '../language/function-words.ts';
import { stemmerOf } from '../words/stemmer-of.ts';
import { tokenise } from '../words/tokenise.ts';

type Library = typeof import('natural/lib/natural/classifiers/bayes_classifier.js').default;

/** @property wordsOf stems of a text without its commonest words: as `natural` does it for English, where it gained 10 points, but by the language */
export type Bayes = {
  readonly classifier: InstanceType<Library>;
  wordsOf(text: string): string[];
};

/** One that has learned nothing. */
export function createBayes(locale: string): Bayes {
  const Classifier = load();
  return { classifier: new Classifier(), wordsOf: readerOf(locale) };
}

/**
 * One that was trained before.
 *
 * @param state what `writeBayes` gave
 */
export function restoreBayes(state: string, locale: string): Bayes {
  return { classifier: load().restore(JSON.parse(state)), wordsOf: readerOf(locale) };
}

/** Without the phrases it was trained on, which it needs no more. */
export function writeBayes({ classifier }: Bayes): string {
  return JSON.stringify({ ...classifier, docs: [], stemmer: undefined });
}

function load(): Library {
  return createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js');
}

function readerOf(locale: string): Bayes['wordsOf'] {
  const stem = stemmerOf(locale);
  const idle = new Set(functionWords(locale).map((word) => foldText(word, locale)));
  return (text) =>
    tokenise(text, locale)
      .filter((word) => !idle.has(word))
      .map(stem);
}
