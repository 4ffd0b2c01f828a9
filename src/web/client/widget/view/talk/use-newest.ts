import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '../../chat/chat-state.ts';

type Newest = {
  readonly log: RefObject<HTMLDivElement | null>;
  readonly isBehind: boolean;
  follow(): void;
  showNewest(): void;
};

/** Closer to the end than this, in CSS pixels, counts as reading the newest. */
const near = 48;

/** Keeps the newest in sight unless the customer reads further up; their own message always brings them down. */
export function useNewest({ entries, outbox, isReplying, isOpen }: ChatState): Newest {
  const log = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const shownAt = useRef(0);
  const [isBehind, setBehind] = useState(false);
  const own = outbox.length;
  const lastOwn = useRef(own);
  function showNewest(): void {
    isFollowing.current = true;
    if (log.current) {
      log.current.scrollTop = log.current.scrollHeight;
      shownAt.current = log.current.scrollTop;
    }
    setBehind(false);
  }
  function follow(): void {
    const { scrollTop, scrollHeight, clientHeight } = log.current ?? document.documentElement;
    isFollowing.current = scrollHeight - scrollTop - clientHeight < near;
    if (isFollowing.current) setBehind(false);
  }
  useLayoutEffect(() => {
    const hasWritten = own > lastOwn.current;
    lastOwn.current = own;
    // Who has just scrolled up counts as away, even when the message comes before the scroll event does.
    if (log.current && log.current.scrollTop < shownAt.current - near) follow();
    if (isFollowing.current || hasWritten) showNewest();
    else setBehind(true);
  }, [entries.length, own, isReplying, isOpen]);
  return { log, isBehind, follow, showNewest };
}
