import type { Card } from '../../events/speech/card.ts';
import type { OutboxRow } from '../../runtime/ports/delivery.ts';

/** A reply as lines of text: cards as indented blocks, pictures by what they show, buttons numbered. */
export function terminalText({ text, choices, cards }: Pick<OutboxRow, 'text' | 'choices' | 'cards'>): string {
  const offered = choices.map(({ title }, index) => `  ${index + 1}. ${title}`);
  return [text, ...cards.map(cardText), ...offered].filter((line) => line !== '').join('\n');
}

function cardText({ title, subtitle, text, image, buttons = [] }: Card): string {
  const lines = [
    title,
    subtitle,
    text,
    image && `[picture: ${image.alt}] ${image.url}`,
    ...buttons.map((button) => ('url' in button ? `→ ${button.title}: ${button.url}` : `→ ${button.title}`)),
  ];
  return lines.flatMap((line) => (line ? [`  | ${line.replaceAll('\n', '\n  | ')}`] : [])).join('\n');
}
