/** Items of surveys and their scales. Measurement §4. */
import { z } from 'zod';

export const surveyItems = ['csat', 'ces', 'solved', 'expectation', 'feeling', 'tags', 'nps'] as const;
export type SurveyItem = (typeof surveyItems)[number];

/** An item as it is shown: its values, from the worst to the best where they have an order. */
export const surveyItem = z.strictObject({ item: z.enum(surveyItems), scale: z.array(z.string()) });
