/** Cards under a message: pictures, words, and what can be done about them; below each other, or beside each other to be leafed through. */
import type { JSX } from 'preact';
import type { Card as CardContent, SuggestedAction } from '../../directline/card.ts';
import { safeLink } from '../../text/safe-link.ts';
import { counted } from '../../words/fill.ts';
import { Choice } from '../talk/choices.tsx';
import { useWords } from '../use-words.ts';
import { Formatted } from './formatted.tsx';

type OnChoose = (action: SuggestedAction) => void;

type Props = { readonly cards: readonly CardContent[]; readonly isCarousel: boolean; readonly onChoose: OnChoose };

export function Cards({ cards, isCarousel, onChoose }: Props): JSX.Element | null {
  const { words, locale } = useWords();
  if (cards.length === 0) return null;
  const isLeafed = isCarousel && cards.length > 1;
  return (
    <ul
      class={isLeafed ? 'cards carousel' : 'cards'}
      aria-label={isLeafed ? counted(words.cards, cards.length, locale) : undefined}
      tabIndex={isLeafed ? 0 : undefined}
    >
      {cards.map((card) => (
        <Card card={card} onChoose={onChoose} key={card.title + card.text + card.image} />
      ))}
    </ul>
  );
}

/** Its place stays, so that nothing moves. */
function hideBroken({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.style.opacity = '0';
}

/** A picture from an address that is no web address is not shown; its words are. */
function Card({ card, onChoose }: { readonly card: CardContent; readonly onChoose: OnChoose }): JSX.Element {
  const { title, subtitle, text, image, alt, buttons } = card;
  const source = safeLink(image);
  return (
    <li class="card" dir="auto">
      {source?.startsWith('http') && (
        <img src={source} alt={alt} loading="lazy" referrerpolicy="no-referrer" onError={hideBroken} />
      )}
      {(title || subtitle || text) && (
        <div class="card-words">
          {title && <strong>{title}</strong>}
          {subtitle && <span class="subtitle">{subtitle}</span>}
          {text && <Formatted text={text} isPlain={false} />}
        </div>
      )}
      {buttons.length > 0 && (
        <div class="card-buttons">
          {buttons.map((action) => (
            <Choice action={action} onChoose={onChoose} key={action.title + action.value} />
          ))}
        </div>
      )}
    </li>
  );
}
