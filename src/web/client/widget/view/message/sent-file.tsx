/** A file of the customer: a picture as such, everything else by its name; while it is on its way, how far it is. */
import type { JSX } from 'preact';
import type { SentFile as Content } from '../../directline/card.ts';
import { safeLink } from '../../text/safe-link.ts';
import { Icon } from '../icons.tsx';

type Props = { readonly file: Content; readonly progress: number | undefined };

export function SentFile({ file: { contentType, url, name }, progress }: Props): JSX.Element {
  const href = safeLink(url);
  const content =
    href && contentType.startsWith('image/') ? (
      <img src={href} alt={name} referrerpolicy="no-referrer" />
    ) : (
      <>
        <Icon name="file" />
        <span dir="auto">{name}</span>
        {progress !== undefined && <progress value={progress} aria-label={name} />}
      </>
    );
  if (!href) return <div class="bubble pending file">{content}</div>;
  return (
    <a class="bubble file" href={href} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}
