/** Text with the little formatting a chat needs, as a tree. Views turn it into elements; it never becomes HTML text. */

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly href: string; readonly text: string };

/** `start` is the number an ordered list begins with. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Span[])[] };
