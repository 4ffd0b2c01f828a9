/** Messages of one author that belong together: who, what, when, and whether it arrived. */
import type { JSX } from 'preact';
import type { SuggestedAction } from '../../directline/card.ts';
import { authorName } from '../../words/fill.ts';
import { Icon } from '../icons.tsx';
import type { Bubble, Row } from '../talk/rows.ts';
import { timeOf } from '../talk/times.ts';
import { useWords } from '../use-words.ts';
import { Avatar } from './avatar.tsx';
import { Cards } from './cards.tsx';
import { Formatted } from './formatted.tsx';
import { SentFile } from './sent-file.tsx';

type Props = {
  readonly row: Extract<Row, { kind: 'group' }>;
  readonly onRetry: (clientId: string) => void;
  readonly onChoose: (action: SuggestedAction) => void;
};

export function Group({ row, onRetry, onChoose }: Props): JSX.Element {
  const { words } = useWords();
  const { author, bubbles } = row;
  const last = bubbles.at(-1);
  const name = row.name || authorName(words, author);
  return (
    <div class={`group ${author}`}>
      {author === 'agent' && <span class="author">{name}</span>}
      {/* what stands beside the last message is made anew with it, so that nothing moves */}
      <div class="bubbles">
        {author !== 'customer' && <Avatar author={author} name={row.name} key={last?.key} />}
        {bubbles.map((bubble) => (
          <div class="line" key={bubble.key} lang={bubble.language || undefined}>
            <span class="hidden">{name}: </span>
            {bubble.text && (
              <div class={bubble.delivery && bubble.delivery !== 'sent' ? 'bubble pending' : 'bubble'} dir="auto">
                <Formatted text={bubble.text} isPlain={bubble.isPlain} />
              </div>
            )}
            {bubble.files.map((file) => (
              <SentFile file={file} progress={bubble.progress} key={file.url} />
            ))}
            <Cards cards={bubble.cards} isCarousel={bubble.isCarousel} onChoose={onChoose} />
            {bubble.delivery === 'failed' && <Retry bubble={bubble} onRetry={onRetry} />}
          </div>
        ))}
      </div>
      {last && <Meta bubble={last} hasTime={row.hasTime} key={last.key} />}
    </div>
  );
}

function Retry({
  bubble,
  onRetry,
}: {
  readonly bubble: Bubble;
  readonly onRetry: (clientId: string) => void;
}): JSX.Element {
  const { words } = useWords();
  return (
    <div class="retry">
      <Icon name="alert" />
      <span>{words.failed}</span>
      <button type="button" onClick={() => onRetry(bubble.key)}>
        {words.retry}
      </button>
    </div>
  );
}

function Meta({ bubble, hasTime }: { readonly bubble: Bubble; readonly hasTime: boolean }): JSX.Element | null {
  const { words, locale } = useWords();
  const { at, delivery } = bubble;
  if (delivery === 'waiting') return <Delivery icon="clock" text={words.waiting} />;
  if (delivery === 'sending') return <Delivery icon="clock" text={words.sending} />;
  if (delivery === 'failed' || !hasTime) return null;
  return (
    <div class="meta">
      <time dateTime={new Date(at).toISOString()}>{timeOf(at, locale)}</time>
      {delivery === 'sent' && <span> · {words.sent}</span>}
    </div>
  );
}

function Delivery({ icon, text }: { readonly icon: 'clock' | 'check'; readonly text: string }): JSX.Element {
  return (
    <div class="meta delivery">
      <Icon name={icon} />
      <span>{text}</span>
    </div>
  );
}
