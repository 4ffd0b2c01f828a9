import type { Entity, Value } from '../../../events/understood.ts';
import { languageOf } from '../../../languages/language-of.ts';

/** What stands between the ends of a range: `until` behind a word such as "from" or by itself, `and` behind one such as "between". */
type Words = { readonly from: string; readonly until: string; readonly between: string; readonly and: string };

const words: Readonly<Record<string, Words>> = {
  en: { from: 'from', until: 'to|until|till', between: 'between', and: 'and' },
  de: { from: 'von', until: 'bis(?: zu)?', between: 'zwischen', and: 'und' },
  es: { from: 'de|desde', until: 'a|hasta', between: 'entre', and: 'y' },
  fr: { from: 'de', until: 'à|a|jusqu.à', between: 'entre', and: 'et' },
  it: { from: 'da|dai', until: 'a|ai|fino a', between: 'tra|fra', and: 'e' },
  nl: { from: 'van', until: 'tot(?: en met)?', between: 'tussen', and: 'en' },
  pt: { from: 'de', until: 'a|até', between: 'entre', and: 'e' },
};

type Forms = { readonly from: RegExp; readonly until: RegExp; readonly between: RegExp; readonly and: RegExp };

/** Finds ranges among amounts, numbers and percentages of one language: "between 10 and 20 euros", "2-3". */
export function rangeFinder(locale: string): (text: string, found: readonly Entity[]) => readonly Entity[] {
  const { from, until, between, and } = words[languageOf(locale)] ?? english;
  const forms: Forms = {
    from: new RegExp(`(?<!\\p{L})(?:${from})\\s+$`, 'iu'),
    until: new RegExp(`^\\s+(?:${until})\\s+$|^\\s?[-–—]\\s?$`, 'iu'),
    between: new RegExp(`(?<!\\p{L})(?:${between})\\s+$`, 'iu'),
    and: new RegExp(`^\\s+(?:${and})\\s+$`, 'iu'),
  };
  return (text, found) => [...(found.length < 2 ? [] : pairs(text, found, forms)), ...dashed(text, found)];
}

const english = { from: 'from', until: 'to|until|till', between: 'between', and: 'and' };

function pairs(text: string, found: readonly Entity[], forms: Forms): readonly Entity[] {
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  const ranges: Entity[] = [];
  for (const [n, one] of inOrder.entries()) {
    const other = inOrder[n + 1];
    const range = other && one.start >= (ranges.at(-1)?.end ?? 0) ? rangeOf(text, { one, other, forms }) : undefined;
    if (range) ranges.push(range);
  }
  return ranges;
}

const dash = /(?<![\p{L}\p{N}.,:/#-])(\d{1,4})\s?[-–]\s?(?=(\d{1,4})(?![\p{L}\p{N}]|[.:/-]\d))/gu;

/** "2-3", "10-20 €": from a small number to a larger one. */
function dashed(text: string, found: readonly Entity[]): readonly Entity[] {
  if (!/[-–]/.test(text)) return [];
  return Array.from(text.matchAll(dash), ({ 0: lead, 1: first, 2: second, index }): readonly Entity[] => {
    const to = index + lead.length;
    const one = { type: 'number', text: '', start: index, end: index, value: Number(first) };
    const other = found.find(({ start }) => start === to) ?? {
      ...one,
      end: to + (second?.length ?? 0),
      value: Number(second),
    };
    const from = Number(first) < Number(second) ? leftValue(one, other) : undefined;
    if (from === undefined || found.some(({ start, end }) => start <= index && end > index)) return [];
    return [
      {
        type: 'range',
        text: text.slice(index, other.end),
        start: index,
        end: other.end,
        value: { from, to: other.value },
      },
    ];
  }).flat();
}

type Pair = { readonly one: Entity; readonly other: Entity; readonly forms: Forms };

function rangeOf(text: string, { one, other, forms }: Pair): Entity | undefined {
  const gap = text.slice(one.end, other.start);
  const before = text.slice(Math.max(0, one.start - 12), one.start);
  const isBetween = forms.and.test(gap) && forms.between.exec(before);
  const lead = isBetween || (forms.until.test(gap) ? (forms.from.exec(before) ?? noLead) : undefined);
  const from = lead && leftValue(one, other);
  if (!lead || from === undefined || other.value === null) return undefined;
  const start = one.start - lead[0].length;
  return { type: 'range', text: text.slice(start, other.end), start, end: other.end, value: { from, to: other.value } };
}

const noLead = [''] as const;

/** "10 to 20 euros": the first is of the currency of the second. */
function leftValue(one: Entity, other: Entity): Value | undefined {
  if (one.type === other.type) return one.value;
  if (one.type !== 'number') return undefined;
  if (other.type === 'percent') return { percent: one.value };
  const isMoney = other.type === 'money' && typeof other.value === 'object' && other.value !== null;
  return isMoney ? { ...other.value, amount: one.value } : undefined;
}
