/** Who the customer talks with, said plainly: a machine, somebody being looked for, or a person by name. */
import type { JSX } from 'preact';
import type { Peer } from '../../chat/chat-state.ts';
import { counted, fill } from '../../words/fill.ts';
import type { Spoken } from '../../words/load-words.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../use-words.ts';

type Props = {
  readonly title: string;
  readonly peer: Peer;
  readonly isReachable: boolean;
  readonly menu: JSX.Element;
  readonly onPerson: () => void;
  readonly onClose: () => void;
};

export function Header({ title, peer, isReachable, onPerson, onClose, menu }: Props): JSX.Element {
  const spoken = useWords();
  const { words } = spoken;
  return (
    <div class="head">
      <span class={isReachable ? 'mark' : 'mark away'} aria-hidden="true">
        <Icon name={peer.kind === 'agent' ? 'person' : 'spark'} />
      </span>
      <div class="titles">
        <h2 id="title" dir="auto">
          {title}
        </h2>
        <p aria-live="polite">{subtitle(spoken, peer)}</p>
      </div>
      {peer.kind === 'bot' && (
        <button type="button" class="tool" aria-label={words.person} title={words.person} onClick={onPerson}>
          <Icon name="person" />
        </button>
      )}
      {menu}
      <button type="button" class="tool" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function subtitle({ words, locale }: Spoken, peer: Peer): string {
  if (peer.kind === 'agent') return peer.name ? fill(words.withAgent, peer.name) : words.withSomeone;
  return peer.kind === 'queue' ? waiting({ words, locale }, peer) : words.subtitle;
}

function waiting({ words, locale }: Spoken, { position, waitSeconds }: Extract<Peer, { kind: 'queue' }>): string {
  if (!position) return words.findingPerson;
  const place = counted(words.position, position, locale);
  const minutes = Math.max(1, Math.ceil((waitSeconds ?? 0) / 60));
  return waitSeconds === undefined ? place : `${place} ${counted(words.wait, minutes, locale)}`;
}
