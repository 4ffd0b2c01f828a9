/** Signs drawn with lines, in the colour of the text around them. Names stand beside them. */
import type { JSX } from 'preact';

const drawings = {
  back: 'M15 5l-7 7 7 7',
  send: 'M5 12h14M13 6l6 6-6 6',
  note: 'M6 4h12v16l-3-2-3 2-3-2-3 2zM9 9h6M9 13h6',
  file: 'M8 12l6-6a3 3 0 014 4l-8 8a5 5 0 01-7-7l7-7',
  reply: 'M5 6h14v9H11l-4 4v-4H5zM9 10.5h6',
  sound: 'M5 10v4h3l4 4V6L8 10zM16 9a4 4 0 010 6M18.5 6.5a8 8 0 010 11',
  silent: 'M5 10v4h3l4 4V6L8 10zM16 10l4 4M20 10l-4 4',
  keys: 'M4 7h16v10H4zM8 11h.01M12 11h.01M16 11h.01M8 14h8',
  card: 'M5 5h14v14H5zM8 9h8M8 12h8M8 15h5',
  people: 'M9 11a3 3 0 100-6 3 3 0 000 6zM3.5 19a5.5 5.5 0 0111 0M16 11a2.5 2.5 0 100-5M17 14a5 5 0 013.5 5',
  leave: 'M14 5H6v14h8M11 12h9M17 9l3 3-3 3',
} as const;

export function Icon({ name }: { readonly name: keyof typeof drawings }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}

export function Logo(): JSX.Element {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9 12h14M9 18h9" />
    </svg>
  );
}
