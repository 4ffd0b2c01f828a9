/** What was said so far, with the newest in sight. */
import type { JSX } from 'preact';
import type { ChatState } from '../../chat/chat-state.ts';
import type { SuggestedAction } from '../../directline/card.ts';
import type { Instant } from '../../ports.ts';
import { words } from '../../words.ts';
import { Icon } from '../icons.tsx';
import { Beginning } from './beginning.tsx';
import { Group } from './group.tsx';
import { type Row, rows } from './rows.ts';
import { dayName } from './times.ts';
import { Typing } from './typing.tsx';
import { useNewest } from './use-newest.ts';

type Props = {
  readonly state: ChatState;
  readonly now: Instant;
  readonly onRetry: (clientId: string) => void;
  readonly onChoose: (action: SuggestedAction) => void;
  readonly onReconnect: () => void;
};

export function Transcript({ state, now, onRetry, onChoose, onReconnect }: Props): JSX.Element {
  const shown = rows(state);
  const { log, isBehind, follow, showNewest } = useNewest(state);
  return (
    <div class="transcript">
      <div
        class="log"
        ref={log}
        onScroll={follow}
        role="log"
        aria-live="polite"
        aria-label={words.conversation}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <div class="rows">
          {shown.map((row) => drawRow(row, now, { onRetry, onChoose }))}
          {shown.length === 0 && <Beginning link={state.link} onReconnect={onReconnect} />}
          {state.isReplying && state.isOnline && <Typing peer={state.peer} />}
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

function drawRow(row: Row, now: Instant, on: Pick<Props, 'onRetry' | 'onChoose'>): JSX.Element {
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
      return <Group row={row} {...on} key={row.key} />;
  }
}
