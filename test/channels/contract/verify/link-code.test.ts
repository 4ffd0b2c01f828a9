import { expect, test } from 'vitest';
import { longestSub, readLinkCode, signLinkCode } from '../../../../src/channels/contract/verify/link-code.ts';

const now = Date.UTC(2026, 0, 5);
const code = signLinkCode('customer-77', now + 60_000, 'secret');

test('a code says who somebody is until it ends', () => {
  expect(readLinkCode(code, now, 'secret')).toBe('customer-77');
  expect(readLinkCode(code, now + 60_000, 'secret')).toBeUndefined();
});

test('nobody else can make or change one', () => {
  expect(readLinkCode(code, now, 'other')).toBeUndefined();
  for (let at = 0; at < code.length - 1; at++) {
    const other = code.charAt(at) === 'A' ? 'B' : 'A';
    expect(readLinkCode(code.slice(0, at) + other + code.slice(at + 1), now, 'secret')).toBeUndefined();
  }
  for (const none of ['', 'promo', 'x'.repeat(64), 'ä'.repeat(30)])
    expect(readLinkCode(none, now, 'secret')).toBeUndefined();
});

test('the longest name fits into the link of a messenger', () => {
  const long = signLinkCode('é'.repeat(longestSub / 2), now + 60_000, 'secret');
  expect(long).toMatch(/^[\w-]{1,64}$/);
  expect(readLinkCode(long, now, 'secret')).toBe('é'.repeat(longestSub / 2));
});
