const email =
  /(?<![\p{L}\p{N}_%+'-])[\p{L}\p{N}_%+'-]{1,64}(?:\.[\p{L}\p{N}_%+'-]{1,64}){0,8}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/** An e-mail address in lower case; offsets are those of the text, the end exclusive. */
export type FoundEmail = { readonly value: string; readonly start: number; readonly end: number };

/** The e-mail addresses of a text. */
export function findEmails(text: string): readonly FoundEmail[] {
  if (!text.includes('@')) return [];
  return Array.from(text.matchAll(email), ({ 0: written, index }) => ({
    value: written.toLowerCase(),
    start: index,
    end: index + written.length,
  }));
}
