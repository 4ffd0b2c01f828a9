import { describe, expect, it } from 'vitest';
import { createDice } from '../../src/simulation/create-dice.ts';
import { garble } from '../../src/simulation/garble.ts';

describe('a text typed in a hurry', () => {
  it('has other letters, and the numbers and addresses it had', () => {
    const text = 'please cancel order 40010001 and write to ada.winter@example.com';
    const typed = garble(text, 1, createDice(5));
    expect(typed).not.toBe(text);
    expect(typed).toContain('40010001');
    expect(typed).toContain('ada.winter@example.com');
  });

  it('is the same for the same dice', () => {
    expect(garble('where is my order', 0.5, createDice(9, 1))).toBe(garble('where is my order', 0.5, createDice(9, 1)));
  });
});
