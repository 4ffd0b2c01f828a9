import { describe, expect, it } from 'vitest';
import { anyProgram } from './any-program.ts';
import { play } from './play.ts';

/** Another run of other conversations: TOUCHPOINT_TEST_SEED=7 */
const base = Number(process.env['TOUCHPOINT_TEST_SEED'] ?? 1) * 1_000_000;
const programs = 200;
const conversations = 50;
const moves = 8;

describe('whatever a customer does, in whatever order', () => {
  it(`nothing known is asked, each value is checked once, and every conversation ends or waits for somebody: ${programs} programs, ${programs * conversations} conversations`, () => {
    let turns = 0;
    for (let n = 0; n < programs; n++) {
      const seed = base + n;
      const program = anyProgram(seed);
      for (let m = 0; m < conversations; m++) {
        const played = play(program, { seed: seed * conversations + m, moves });
        const told = [`program ${seed}, conversation ${seed * conversations + m}`, ...played.story, ...played.broken];
        if (played.broken.length > 0) expect.fail(told.join('\n'));
        turns += played.turns;
      }
    }
    expect(turns).toBeGreaterThan(programs * conversations * 5);
  }, 240_000);

  it('a conversation whose words are erased in the middle goes on without an error, and comes to an end', () => {
    for (let n = 0; n < programs; n++) {
      const seed = base + n;
      const program = anyProgram(seed);
      for (let m = 0; m < 4; m++) {
        const played = play(program, {
          seed: seed * conversations + m,
          moves,
          eraseAfter: 1 + ((n + m) % (moves - 1)),
        });
        if (played.broken.length > 0) expect.fail([...played.story, ...played.broken].join('\n'));
      }
    }
  }, 120_000);
});
