/** Who the customer talks with, said plainly: a machine, somebody being looked for, or a person by name. */
import type { JSX } from 'preact';
import type { Peer } from '../../chat/chat-state.ts';
import { fill } from '../../words/fill.ts';
import type { Words } from '../../words/words.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';
import { Menu } from './menu.tsx';

type Props = {
  readonly title: string;
  readonly peer: Peer;
  readonly isReachable: boolean;
  readonly privacyUrl: string | undefined;
  readonly onPerson: () => void;
  readonly onRestart: () => void;
  readonly onClose: () => void;
};

export function Header({ title, peer, isReachable, privacyUrl, onPerson, onRestart, onClose }: Props): JSX.Element {
  const { words } = useWords();
  return (
    <div class="head">
      <span class={isReachable ? 'mark' : 'mark away'} aria-hidden="true">
        <Icon name={peer.kind === 'agent' ? 'person' : 'spark'} />
      </span>
      <div class="titles">
        <h2 id="title" dir="auto">
          {title}
        </h2>
        <p>{subtitle(words, peer)}</p>
      </div>
      <Menu onPerson={onPerson} onRestart={onRestart} privacyUrl={privacyUrl} />
      <button type="button" class="tool" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function subtitle(words: Words, peer: Peer): string {
  if (peer.kind === 'agent') return peer.name ? fill(words.withAgent, peer.name) : words.withSomeone;
  return peer.kind === 'queue' ? words.findingPerson : words.subtitle;
}
