/** What stands in place of a transcript: it is still coming, it cannot be had, or nothing was said yet. */
import type { JSX } from 'preact';
import type { ChatState } from '../../chat/chat-state.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

export function Beginning({
  link,
  onReconnect,
}: {
  readonly link: ChatState['link'];
  readonly onReconnect: () => void;
}): JSX.Element {
  const { words } = useWords();
  if (link === 'failed') return <Failed onReconnect={onReconnect} />;
  if (link === 'live') return <Blank icon="chat" title={words.emptyTitle} text={words.empty} />;
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{words.loading}</span>
      <i />
      <i />
    </div>
  );
}

function Failed({ onReconnect }: { readonly onReconnect: () => void }): JSX.Element {
  const { words } = useWords();
  return (
    <div role="alert">
      <Blank icon="cloud" title={words.failedTitle} text={words.failedText} />
      <button type="button" class="quiet" onClick={onReconnect}>
        {words.retry}
      </button>
    </div>
  );
}

function Blank({
  icon,
  title,
  text,
}: {
  readonly icon: 'chat' | 'cloud';
  readonly title: string;
  readonly text: string;
}): JSX.Element {
  return (
    <div class="blank">
      <Icon name={icon} />
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
}
