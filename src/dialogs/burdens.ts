/** Burdens that are counted while they happen, for rules that act on them at once. */
export const burdenNames = [
  'no_match',
  'unclear',
  'rephrase',
  'reprompt',
  'correction',
  'backtrack',
  'loop',
  'bot_failure',
  'came_back',
] as const;
export type BurdenName = (typeof burdenNames)[number];
