import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../../../src/web/client/widget/text/block.ts';
import { readBlocks } from '../../../../src/web/client/widget/text/read-blocks.ts';
import { readPlainSpans, readSpans } from '../../../../src/web/client/widget/text/read-spans.ts';
import { safeLink } from '../../../../src/web/client/widget/text/safe-link.ts';

/** A short notation for trees, so that examples can be read. */
function show(spans: readonly Span[]): string {
  return spans.map(showSpan).join('');
}

function showSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'break':
      return '|';
    case 'code':
      return `code(${span.text})`;
    case 'link':
      return `link(${span.text} → ${span.href})`;
    default:
      return `${span.kind}(${show(span.spans)})`;
  }
}

function showBlock(block: Block): string {
  if (block.kind === 'paragraph') return `p(${show(block.spans)})`;
  return `${block.start ?? '•'}(${block.items.map(show).join(', ')})`;
}

describe('formatting within a line', () => {
  it.each([
    ['plain', 'plain'],
    ['**bold** and *soft* and _soft_ and __bold__', 'strong(bold) and em(soft) and em(soft) and strong(bold)'],
    ['**bold with *soft* inside**', 'strong(bold with em(soft) inside)'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['a * lonely star', 'a * lonely star'],
    ['**not closed', '**not closed'],
    ['run `npm start`', 'run code(npm start)'],
    ['first\nsecond', 'first|second'],
    ['see [our page](https://a.example/b) now', 'see link(our page → https://a.example/b) now'],
    ['see https://a.example/b?c=1.', 'see link(https://a.example/b?c=1 → https://a.example/b?c=1).'],
    ['(https://a.example)', '(link(https://a.example → https://a.example/))'],
    ['[mail](mailto:care@a.example)', 'link(mail → mailto:care@a.example)'],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['[bad](/relative)', '[bad](/relative)'],
    ['order A_1_2 and _B_', 'order A_1_2 and em(B)'],
    ['*שלום*', 'em(שלום)'],
  ])('%s', (text, tree) => {
    expect(show(readSpans(text))).toBe(tree);
  });

  it('leaves what people typed as it is, but for addresses and line ends', () => {
    expect(show(readPlainSpans('**no** see\nhttps://a.example, ok'))).toBe(
      '**no** see|link(https://a.example → https://a.example/), ok',
    );
  });

  it('loses no letter of any text', () => {
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
    const flat = (spans: readonly Span[]): string =>
      spans.map((span) => ('spans' in span ? flat(span.spans) : span.kind === 'break' ? '' : span.text)).join('');
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '*', '_', '`', '\n', '[', ']', '(', ')', '-') });
    fc.assert(
      fc.property(text, (any) => {
        expect(letters(flat(readSpans(any)))).toBe(letters(any));
      }),
    );
  });

  it.each(['*a ', '**a ', '_', '[', '[a](', '`', 'https://', '*_'])(
    'takes its time with no text made of %s',
    (piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      const began = performance.now();
      readBlocks(text);
      expect(performance.now() - began).toBeLessThan(20_000);
    },
  );
});

describe('paragraphs and lists', () => {
  it.each([
    ['', ''],
    ['one', 'p(one)'],
    ['one\ntwo\n\nthree', 'p(one|two) p(three)'],
    ['Items:\n- a\n- **b**\nDone', 'p(Items:) •(a, strong(b)) p(Done)'],
    ['3. c\n4. d', '3(c, d)'],
    ['-5 degrees', 'p(-5 degrees)'],
    ['1.7 l of tea', 'p(1.7 l of tea)'],
    ['a\r\nb', 'p(a|b)'],
  ])('%j', (text, tree) => {
    expect(readBlocks(text).map(showBlock).join(' ')).toBe(tree);
  });
});

describe('a link is safe', () => {
  it.each(['https://a.example', 'http://a.example/x?y#z', 'mailto:a@b.example', 'tel:+4930123456'])(
    'with %s',
    (address) => {
      expect(safeLink(address)).toBe(new URL(address).href);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/x',
    '//a.example',
    '/path',
    '',
  ])('or is none: %j', (address) => {
    expect(safeLink(address)).toBeUndefined();
  });
});
