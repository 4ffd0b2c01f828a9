import { z } from 'zod';
import { surveyItems } from '../../../../events/speech/survey.ts';
import { literalExpression } from '../../../expressions/compile-expression.ts';
import type { NodeKind } from '../../../program.ts';
import { options, stepId, text } from '../../language/pieces.ts';
import { defineStep, type Link } from '../define-step.ts';

const item = z.enum(surveyItems);
const question = z.strictObject({ item, text, scale: options });

/**
 * `survey`: asks one item of a survey, once. With its text and scale it is asked as written; by its name alone, or by the bare word for satisfaction, as the
 * dialog `on.survey` puts it.
 */
export const survey = defineStep({
  schema: z.strictObject({ id: stepId.optional(), survey: z.union([item, question]) }),
  bare: { survey: 'csat' },
  body: ({ survey }) => {
    if (typeof survey === 'string')
      return { call: { dialog: 'on.survey', values: {} }, compile: (link) => callSurvey(link, survey) };
    return {
      compile: (link) => ({
        kind: 'survey',
        item: survey.item,
        text: link.text(['survey', 'text'], survey.text),
        options: link.options(['survey', 'scale'], survey.scale),
      }),
    };
  },
});

function callSurvey(link: Link, name: string): NodeKind {
  link.known('dialog', ['survey'], 'on.survey');
  const given = { item: literalExpression(name, name, link.where(['survey'])) };
  return { kind: 'call', dialog: 'on.survey', with: given, save: null, failed: null, hasFailed: true };
}
