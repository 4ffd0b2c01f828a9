/**
 * Colour for a terminal, or none: then every function gives back its text.
 */
export type Look = { readonly width: number; readonly colour: boolean };

export type Paint = {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
};

export function paintFor(colour: boolean): Paint {
  const sgr = (code: string) => (text: string) => (colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { strong: sgr('1'), dim: sgr('2'), good: sgr('32'), fair: sgr('33'), bad: sgr('31') };
}
