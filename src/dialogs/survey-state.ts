import type { Instant } from '../events/instant.ts';
import type { SurveyItem } from '../events/speech/survey.ts';
import type { StepRef } from '../events/step-ref.ts';

/**
 * Asking how it was.
 *
 * @property due what the case drawn last will be asked, once the time has come; `at`: when it was drawn; `null` where nothing will, or it was
 * @property last the item asked last, with the question it stands in
 * @property linked the case asked about by a link, and what was answered that way
 * @property askedAt when anything was asked last, `npsAt` when about the whole relationship
 */
export type SurveyState = {
  readonly due: SurveyDue | null;
  readonly last: { readonly item: SurveyItem; readonly ref: StepRef; readonly at: Instant } | null;
  readonly linked: { readonly case: string; readonly answered: readonly SurveyItem[] } | null;
  readonly askedAt: Instant | null;
  readonly npsAt: Instant | null;
};

type SurveyDue = {
  readonly case: string;
  readonly items: readonly SurveyItem[];
  readonly reachable: boolean;
  readonly at: Instant;
};
