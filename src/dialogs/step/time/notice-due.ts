import { z } from 'zod';
import { value } from '../../../events/understood.ts';
import type { Timer } from '../../state.ts';
import { onNotice } from '../inputs/on-notice.ts';
import type { Run } from '../run.ts';

const arms = ['treated', 'held_out'] as const;
const values = z.record(z.string(), value);

/** The night is over: what the business had to tell is told, unless the customer is held out. Words that were erased meanwhile are told nobody. */
export function onNoticeDue(run: Run, { request, text }: Timer): void {
  const [notice = '', key = '', arm, probability] = (request ?? '').split('\n');
  if (text === null || text === '') return;
  const given = values.parse(JSON.parse(text));
  const drawn = arms.find((one) => one === arm);
  onNotice(run, {
    kind: 'notice',
    at: run.at,
    random: run.random,
    notice,
    values: given,
    key,
    ...(drawn && { arm: { arm: drawn, probability: Number(probability) } }),
  });
}
