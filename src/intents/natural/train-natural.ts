/** Trains naive Bayes of `natural`, with temperature and threshold by phrases that it did not learn from. */
import { createHash } from 'node:crypto';
import { type Example, outOfScope } from '../example.ts';
import { calibrate, type HeldOut } from '../model/calibrate.ts';
import { chooseThreshold } from '../model/choose-threshold.ts';
import { foldOf } from '../training/fold-of.ts';
import { tokenise } from '../words/tokenise.ts';
import { type Bayes, createBayes, writeBayes } from './bayes.ts';
import { likelihoodsOf } from './create-natural-scorer.ts';
import type { NaturalModel } from './natural-model.ts';

export type NaturalOptions = { readonly locale: string; readonly seed: number; readonly acceptedLoss: number };

const folds = 5;
/** of more phrases one fold is held out, which is enough for one temperature and one threshold */
const mostCrossed = 1_000;

/** Counter-examples are left out: this classifier cannot learn what an intent is not. So are phrases without a word. */
export function trainNatural(
  examples: readonly Example[],
  { locale, seed, acceptedLoss }: NaturalOptions,
): NaturalModel {
  const learned = examples.filter(({ text, counter }) => !counter && tokenise(text, locale).length > 0);
  const classes = [...new Set(learned.map(({ intent }) => intent))];
  const targets = Int32Array.from(learned, ({ intent }) => classes.indexOf(intent));
  const texts = learned.map(({ text }) => text);
  const heldOut = holdOut({ texts, targets, classes: classes.length, locale }, seed);
  const sharpness = calibrate(heldOut);
  const threshold = chooseThreshold(heldOut, { sharpness, acceptedLoss, outOfScope: classes.indexOf(outOfScope) });
  const state = writeBayes(fitted({ texts, targets, locale }, () => true));
  const content = { learner: 'natural-bayes', locale, classes, state, sharpness, threshold } as const;
  return { id: naturalId(content), ...content };
}

/** The id of a model: 16 hexadecimal digits of the SHA-256 of its content. */
export function naturalId({ locale, classes, state, sharpness, threshold }: Omit<NaturalModel, 'id'>): string {
  const content = JSON.stringify([locale, classes, state, sharpness, threshold]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

type Phrases = { readonly texts: readonly string[]; readonly targets: Int32Array; readonly locale: string };

function fitted({ texts, targets, locale }: Phrases, isLearned: (i: number) => boolean): Bayes {
  const bayes = createBayes(locale);
  for (const [i, text] of texts.entries())
    if (isLearned(i)) bayes.classifier.addDocument(bayes.wordsOf(text), String(targets[i]));
  bayes.classifier.train();
  return bayes;
}

/** What classifiers say of phrases that they have not learned from. */
function holdOut(given: Phrases & { readonly classes: number }, seed: number): HeldOut {
  const { texts, targets, classes } = given;
  const dealt = foldOf(targets, { folds, seed });
  const checked = texts.length > mostCrossed ? 1 : folds;
  const logits = new Float32Array(texts.length * classes).fill(Math.log(Number.MIN_VALUE));
  const sizes = new Float64Array(classes);
  const rows: number[] = [];
  for (let fold = 0; fold < checked; fold++) {
    const held = [...texts.keys()].filter((i) => dealt[i] === fold);
    if (held.length === 0) continue;
    const score = likelihoodsOf(
      fitted(given, (i) => dealt[i] !== fold),
      classes,
    );
    for (const i of held) {
      const found = score(texts[i] ?? '');
      if (found) logits.set(found, i * classes);
      rows.push(i);
      sizes[targets[i] ?? 0] = (sizes[targets[i] ?? 0] ?? 0) + 1;
    }
  }
  return { logits, rows, targets, classes, sizes };
}
