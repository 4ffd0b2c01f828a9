import { describe, expect, it } from 'vitest';
import { findPaymentNumbers, hidePaymentNumbers } from '../../../src/languages/secrets/find-payment-numbers.ts';

describe('numbers of cards and accounts', () => {
  it.each([
    ['my card 4111 1111 1111 1111 please', 'my card •••• •••• •••• 1111 please'],
    ['5500-0000-0000-0004', '••••-••••-••••-0004'],
    ['378282246310005', '•••••••••••0005'],
    ['IBAN DE89 3704 0044 0532 0130 00.', 'IBAN •••• •••• •••• •••• ••30 00.'],
    ['gb29nwbk60161331926819 is mine', '••••••••••••••••••6819 is mine'],
    ['NL91ABNA0417164300 and 4111111111111111', '••••••••••••••4300 and ••••••••••••1111'],
  ])('are hidden but for the last four signs in %s', (text, hidden) => {
    expect(hidePaymentNumbers(text)).toBe(hidden);
  });

  it.each([
    'order 12345678',
    '4111 1111 1111 1112',
    'DE89 3704 0044 0532 0130 02',
    '0000000000000000',
    '+49 30 1234567890',
    'tracking 1Z999AA10123456784',
    '',
  ])('are not seen in %j', (text) => {
    expect(findPaymentNumbers(text)).toEqual([]);
  });

  it('are looked for in time that grows with the text only', () => {
    const started = process.cpuUsage();
    for (const piece of ['4', '4 ', 'DE89 ', 'a1'])
      expect(hidePaymentNumbers(piece.repeat(100_000 / piece.length))).toHaveLength(100_000 - (100_000 % piece.length));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
  });
});
