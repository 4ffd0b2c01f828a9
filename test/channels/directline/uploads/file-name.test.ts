import { expect, test } from 'vitest';
import { fileName } from '../../../../src/channels/directline/uploads/file-name.ts';

test.each([
  ['receipt.pdf', 'receipt.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ann\\photo.png', 'photo.png'],
  ['..', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['a\r\nSet-Cookie: x.png', 'aSet-Cookie x.png'],
  ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
  [`${'é'.repeat(300)}.png`, `${'é'.repeat(116)}.png`],
])('%j is kept as %j', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});
