import type { StepRef } from '../../../events/step-ref.ts';
import type { Found } from '../found.ts';
import type { Rules } from '../mapping/mapping.ts';
import type { TranscriptTurn } from '../transcript.ts';

/** What a finding points at: the rule that found it, and the act of the bot it belongs to: that of the turn, else of the one before. */
export function blame(rules: Rules, turns: readonly TranscriptTurn[], { index, line }: Found): StepRef {
  const turn = turns.findLast(({ who }, at) => at <= index && who === 'bot');
  return { dialog: rules.name, step: turn?.act ?? '', file: rules.file, line };
}
