import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/chat-state.ts';

/** The chat's state, drawn again after each change. */
export function useChat(chat: Chat): ChatState {
  const [state, show] = useState(chat.get());
  useEffect(() => {
    show(chat.get());
    return chat.listen(() => show(chat.get()));
  }, [chat]);
  return state;
}
