/** Answers that were given at other touchpoints, as facts. */
import type { Draft } from '../../../src/events/event.ts';
import { versionOf } from '../../../src/events/version-of.ts';
import type { Facts } from '../../../src/measurement/facts.ts';
import { factsFrom } from '../many-cases.ts';

const scales = {
  csat: ['1', '2', '3', '4', '5'],
  ces: ['1', '2', '3', '4', '5', '6', '7'],
  nps: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
};

type Given = { readonly id: string; readonly at: number; readonly touchpoint: string; readonly customer?: string };

/** The facts of one answer. */
export function answer(
  { id, at, touchpoint, customer = '' }: Given,
  item: keyof typeof scales,
  value: string,
): readonly Facts[] {
  const step = { dialog: 'answers', step: item, file: 'a.csv', line: 2 };
  const [channel = '', entryPoint = 'default'] = touchpoint.split(':');
  const drafts: readonly Draft[] = [
    {
      type: 'conversation.started',
      actor: 'system',
      data: {
        ...{ customer, channel, entryPoint, touchpoint, program: 'answers', locale: '' },
        identified: customer !== '',
        foreign: true,
      },
    },
    { type: 'survey.asked', actor: 'system', data: { at: step, item, scale: scales[item] } },
    { type: 'survey.answered', actor: 'customer', data: { at: step, item, value } },
  ];
  const place = { conversation: id, at, turn: 0, case: null };
  return factsFrom(drafts.map((draft, index) => ({ ...draft, ...place, seq: index + 1, v: versionOf(draft.type) })));
}
