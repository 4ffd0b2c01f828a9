import { expect, test } from 'vitest';
import { fileType } from '../../../../src/channels/directline/uploads/file-type.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['\x89PNG\r\n\x1a\n…', '', 'image/png'],
  ['\xff\xd8\xff\xe0', 'application/x-anything', 'image/jpeg'],
  ['GIF89a..', '', 'image/gif'],
  ['RIFF\x01\x02\x03\x04WEBPVP8 ', '', 'image/webp'],
  ['%PDF-1.7', 'text/html', 'application/pdf'],
  ['a line\r\nand another', 'text/plain', 'text/plain; charset=utf-8'],
])('a file that begins with %j is told by that, whatever it is called', (start, claimed, type) => {
  expect(fileType(bytes(start), claimed)).toBe(type);
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
  ['<!doctype html><script>alert(1)</script>', 'text/html'],
  ['MZ\x90\x00', 'image/png'],
  ['PK\x03\x04', 'application/zip'],
  ['a\x00b', 'text/plain'],
  ['\xc3\x28 is no UTF-8', 'text/plain'],
  ['RIFF\x01\x02\x03\x04WAVEfmt ', 'image/webp'],
])('%j is not taken as %s', (start, claimed) => {
  expect(fileType(bytes(start), claimed)).toBeUndefined();
});
