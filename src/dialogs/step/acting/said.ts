/** What the words of an input tell, read when a rule first asks, and once. */
import { sentimentOf } from '../../../languages/feeling/sentiment-of.ts';
import { findRisk, type Risk } from '../../../languages/find-risk.ts';
import type { Input } from '../../input.ts';

export type Said = {
  /** @param locale language that it is written in (BCP 47) */
  sentiment(locale: string): number | null;
  risk(): Risk | null;
};

export function saidIn(input: Input): Said {
  const text = input.kind === 'message' ? input.messages.map((message) => message.text).join('\n') : '';
  const feelings = new Map<string, number | null>();
  let risk: Risk | null | undefined;
  return {
    sentiment(locale) {
      const known = feelings.get(locale);
      if (known !== undefined) return known;
      const feeling = sentimentOf(text, locale);
      feelings.set(locale, feeling);
      return feeling;
    },
    risk() {
      if (risk === undefined) risk = findRisk(text);
      return risk;
    },
  };
}
