import { describe, expect, it } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { outcomeOf } from '../../../src/measurement/outcome/outcome-of.ts';

const spoken = { customerTurns: 3, botTookPart: true, left: true, silent: true, intents: ['anything'] };

describe('the outcome of a course put together elsewhere', () => {
  it('is unengaged where nothing is known of it', () => {
    expect(outcomeOf(published, { context: {}, outcome: {} }).state).toBe('unengaged');
  });

  it('follows the same rules', () => {
    const goal = { goal: 'booked', dialog: 'book', state: 'reached', verified: null, withdrawn: false } as const;
    expect(outcomeOf(published, { context: spoken, outcome: { goals: [goal] } }).state).toBe('resolved_assumed');
    expect(outcomeOf(published, { context: spoken, outcome: { goals: [goal], stated: 'no' } }).state).toBe(
      'unresolved',
    );
  });
});
