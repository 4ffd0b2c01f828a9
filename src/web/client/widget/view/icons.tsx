/** The widget's drawings, on a grid of 24 with lines of 1.75. They mean nothing to a screen reader: what holds them has a name. */
import type { JSX } from 'preact';

const paths = {
  chat: 'M12 3.75c-4.83 0-8.75 3.42-8.75 7.63 0 2.3 1.17 4.36 3.02 5.76-.1 1.03-.5 2.1-1.3 2.9 1.72 0 3.3-.6 4.48-1.5.82.2 1.67.3 2.55.3 4.83 0 8.75-3.25 8.75-7.46S16.83 3.75 12 3.75ZM8.25 11.5h.01M12 11.5h.01M15.75 11.5h.01',
  clip: 'm19.5 11.5-7.7 7.7a4.6 4.6 0 0 1-6.5-6.5l7.9-7.9a3 3 0 0 1 4.3 4.3l-7.7 7.7a1.5 1.5 0 0 1-2.2-2.1l7-7',
  file: 'M13.5 3.75H7v16.5h10.5V7.75l-4-4v4h4',
  star: 'm12 4 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8L12 4Z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.75h-15L6 16.5ZM10 21h4',
  save: 'M12 4v11m0 0-4-4m4 4 4-4M5 19.5h14',
  down: 'm6 9.5 6 6 6-6',
  close: 'm6.5 6.5 11 11m0-11-11 11',
  more: 'M5.75 12h.01M12 12h.01M18.25 12h.01',
  send: 'M12 19V5.5m0 0L6 11.5m6-6 6 6',
  person: 'M12 11.75a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.75 19.75c.9-3.1 3.8-5 7.25-5s6.35 1.9 7.25 5',
  restart: 'M4.75 5.5v4.25H9M5.1 9.5A7.5 7.5 0 1 1 4.6 13.5',
  shield: 'm12 3.75 7 2.5v5.25c0 4.1-2.9 7.3-7 8.75-4.1-1.45-7-4.65-7-8.75V6.25l7-2.5Z',
  clock: 'M12 20.25a8.25 8.25 0 1 0 0-16.5 8.25 8.25 0 0 0 0 16.5ZM12 7.75V12l2.75 2',
  check: 'm5.5 12.5 4.25 4.25 8.75-9.5',
  alert: 'M12 20.25a8.25 8.25 0 1 0 0-16.5 8.25 8.25 0 0 0 0 16.5ZM12 8v4.75M12 16h.01',
  cloud: 'M4 4l16 16M8.2 8.3A6 6 0 0 0 7 19h10M10.5 6.2A6 6 0 0 1 17.6 11 4 4 0 0 1 19.9 17.9',
  spark:
    'M12 4.25c.9 4.3 3.45 6.85 7.75 7.75-4.3.9-6.85 3.45-7.75 7.75-.9-4.3-3.45-6.85-7.75-7.75 4.3-.9 6.85-3.45 7.75-7.75Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
