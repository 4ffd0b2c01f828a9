import { isSlowPattern } from './is-slow-pattern.ts';

/** Why a pattern is refused, and what to do about it. */
export type PatternFault = { readonly message: string; readonly fix: string };

const form = /^\/(.*)\/([a-z]*)$/s;

/** Whether a text is written as a pattern: `/…/`, flags behind. */
export function isPattern(text: string): boolean {
  return form.test(text);
}

/**
 * Reads a pattern as it is written in files: `/…/`, with the flags `i`, `m`, `s` and `u` behind it.
 *
 * A pattern that may take very long on some text is refused: no text may stop who reads it.
 */
export function readPattern(text: string): RegExp | PatternFault {
  const [, source = '', flags = ''] = form.exec(text) ?? [];
  const unknown = [...flags].find((flag) => !'imsu'.includes(flag));
  if (unknown !== undefined) return { message: `has an unknown flag '${unknown}'`, fix: 'flags are i, m, s and u' };
  const expression = compile(source, flags);
  if (!(expression instanceof RegExp)) return expression;
  if (!isSlowPattern(expression)) return expression;
  return {
    message: 'may take very long on some texts: it can read the same characters in several ways',
    fix: 'do not repeat what is already repeated, and part neighbouring repeats by a fixed sign',
  };
}

function compile(source: string, flags: string): RegExp | PatternFault {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '').toLowerCase() : String(error);
    return {
      message: `is no regular expression: ${reason}`,
      fix: 'close every bracket, and write \\ before a sign that is meant literally',
    };
  }
}
