import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDocument, Scalar, stringify } from 'yaml';
import { scalarOffsets } from '../../../src/files/yaml/scalar-offsets.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '"', "'", '\\', '{', '}', 'é', '😀', '\t', ':'),
  maxLength: 60,
});
const style = fc.constantFrom(
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
  Scalar.BLOCK_LITERAL,
  Scalar.BLOCK_FOLDED,
  Scalar.PLAIN,
);

it('shows every visible character of a text where it is written, in every style of YAML', () => {
  fc.assert(
    fc.property(letters, style, fc.integer({ min: 20, max: 80 }), (text, type, lineWidth) => {
      const source = stringify(text, { defaultStringType: type, lineWidth });
      const node = parseDocument(source).contents;
      if (!(node instanceof Scalar) || node.value !== text || !node.range) return;
      const written = source.slice(node.range[0], node.range[1]);
      const offsets = scalarOffsets(written, text);
      expect(offsets).toHaveLength(text.length + 1);
      for (let n = 0; n < text.length; n++) {
        if (/[abé{}:]/.test(text.charAt(n))) expect(written.charAt(offsets[n] ?? -1)).toBe(text.charAt(n));
      }
    }),
    { numRuns: 500 },
  );
});
