import { expect, it } from 'vitest';
import { terminalText } from '../../../src/cli/chat/terminal-text.ts';

it('a reply in the terminal has its cards as blocks, its pictures in words, and its buttons numbered', () => {
  const shown = terminalText({
    text: 'Here:',
    choices: [{ title: 'Yes', value: 'yes' }],
    cards: [
      {
        title: 'Kettle',
        text: 'Two\nlines',
        image: { url: 'https://a.example/k.png', alt: 'A red kettle' },
        buttons: [
          { title: 'Follow', url: 'https://a.example' },
          { title: 'Cancel', value: 'cancel' },
        ],
      },
    ],
  });
  expect(shown.split('\n')).toEqual([
    'Here:',
    '  | Kettle',
    '  | Two',
    '  | lines',
    '  | [picture: A red kettle] https://a.example/k.png',
    '  | → Follow: https://a.example',
    '  | → Cancel',
    '  1. Yes',
  ]);
});
