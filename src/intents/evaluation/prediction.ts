/** What a classifier said of one labelled text. `score` is that of the best intent, 0 where there was none. */
export type Prediction = {
  readonly text: string;
  readonly gold: string;
  readonly intent: string | null;
  readonly score: number;
  readonly accepted: boolean;
};
