import type { StepRef } from '../../events/step-ref.ts';

/** What keeps a conversation with its program: the step it stands at, where that is what holds it. */
export type Hold = {
  readonly why: 'dialog' | 'step' | 'slot' | 'value' | 'goal' | 'verification';
  /** the dialog, slot, value or goal that is missing or other in the new program */
  readonly name: string;
  readonly at: StepRef | null;
};
