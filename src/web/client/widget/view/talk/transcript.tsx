/** What was said so far, with the newest in sight. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '../../chat/chat-state.ts';
import type { Instant } from '../../ports.ts';
import { words } from '../../words.ts';
import { Group } from './group.tsx';
import { Icon } from '../icons.tsx';
import { type Row, rows } from './rows.ts';
import { dayName } from './times.ts';

type Props = {
  readonly state: ChatState;
  readonly now: Instant;
  readonly onRetry: (clientId: string) => void;
  readonly onReconnect: () => void;
};

export function Transcript({ state, now, onRetry, onReconnect }: Props): JSX.Element {
  const shown = rows(state);
  const { log, isBehind, follow, showNewest } = useNewest(state);
  return (
    <div class="transcript">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="log" ref={log} onScroll={follow} role="log" aria-live="polite" aria-label={words.conversation} tabIndex={0}>
        <div class="rows">
          {shown.map((row) => drawRow(row, now, onRetry))}
          {shown.length === 0 && <Beginning link={state.link} onReconnect={onReconnect} />}
          {state.isReplying && state.isOnline && <Typing />}
        </div>
      </div>
      {isBehind && (
        <button type="button" class="newer" onClick={showNewest}>
          <Icon name="down" />
          {words.newer}
        </button>
      )}
    </div>
  );
}

function drawRow(row: Row, now: Instant, onRetry: Props['onRetry']): JSX.Element {
  switch (row.kind) {
    case 'day':
      return (
        <div class="day" key={row.key}>
          {dayName(row.at, now)}
        </div>
      );
    case 'notice':
      return (
        <div class="notice" key={row.key} dir="auto">
          {row.text}
        </div>
      );
    case 'group':
      return <Group row={row} onRetry={onRetry} key={row.key} />;
  }
}

/** Nothing was said yet: still coming, not to be had, or really nothing. */
function Beginning({ link, onReconnect }: { readonly link: ChatState['link']; readonly onReconnect: () => void }): JSX.Element {
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
  return (
    <div role="alert">
      <Blank icon="cloud" title={words.failedTitle} text={words.failedText} />
      <button type="button" class="quiet" onClick={onReconnect}>
        {words.retry}
      </button>
    </div>
  );
}

function Blank({ icon, title, text }: { readonly icon: 'chat' | 'cloud'; readonly title: string; readonly text: string }): JSX.Element {
  return (
    <div class="blank">
      <Icon name={icon} />
      <strong>{title}</strong>
      <p>{text}</p>
    </div>
  );
}

function Typing(): JSX.Element {
  return (
    <div class="group bot typing">
      <div class="bubbles">
        <span class="avatar" aria-hidden="true">
          <Icon name="spark" />
        </span>
        <div class="bubble">
          <span class="hidden">
            {words.bot} {words.isWriting}
          </span>
          <i />
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}

/** Keeps the newest in sight unless the customer reads further up; their own message always brings them down. */
function useNewest({ entries, outbox, isReplying, isOpen }: ChatState) {
  const log = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const [isBehind, setBehind] = useState(false);
  const own = outbox.length;
  const lastOwn = useRef(own);
  function showNewest(): void {
    isFollowing.current = true;
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
    setBehind(false);
  }
  function follow(): void {
    const { scrollTop, scrollHeight, clientHeight } = log.current ?? document.documentElement;
    isFollowing.current = scrollHeight - scrollTop - clientHeight < 48;
    if (isFollowing.current) setBehind(false);
  }
  useLayoutEffect(() => {
    const hasWritten = own > lastOwn.current;
    lastOwn.current = own;
    if (isFollowing.current || hasWritten) showNewest();
    else setBehind(true);
  }, [entries.length, own, isReplying, isOpen]);
  return { log, isBehind, follow, showNewest };
}
