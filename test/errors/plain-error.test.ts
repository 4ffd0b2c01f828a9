import { expect, test } from 'vitest';
import { namedError, plainError } from '../../src/errors/plain-error.ts';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';

test('an error is the same on the other side of a thread, with or without a way to mend it', () => {
  for (const details of [{ fix: 'make room' }, {}]) {
    const error = new TouchpointError('STORE_FULL', 'there is no space left', details);
    const crossed = namedError(structuredClone(plainError(error)));
    expect(crossed).toBeInstanceOf(TouchpointError);
    expect(crossed).toMatchObject({ code: 'STORE_FULL', message: error.message, fix: error.fix });
  }
});
