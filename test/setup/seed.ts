/** Property tests run the same values each time, so that a change is judged by itself; TOUCHPOINT_TEST_SEED=7 picks another run. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['TOUCHPOINT_TEST_SEED'] ?? 1) });
