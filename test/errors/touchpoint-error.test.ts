import { describe, expect, it } from 'vitest';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';

describe('a TouchpointError', () => {
  it('says what happened, where, how to mend it, and what caused it', () => {
    const where = { file: 'dialogs/refund.yaml', line: 5, column: 11, endLine: 5, endColumn: 20 };
    const cause = new Error('ENOSPC');
    const error = new TouchpointError('STORE_FULL', 'the disk is full', { where, fix: 'free some space', cause });
    expect(error).toMatchObject({
      code: 'STORE_FULL',
      message: 'the disk is full',
      where,
      fix: 'free some space',
      cause,
    });
  });

  it('is an Error that shows its name, and has no cause where none was given', () => {
    const error = new TouchpointError('USAGE', 'no such command');
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('TouchpointError: no such command');
    expect('cause' in error).toBe(false);
  });
});
