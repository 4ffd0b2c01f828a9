import type { OutsideAgent, Told as Telling } from '../../contract/create-intake.ts';
import type { Person, ToldChange } from './told.ts';

type Change = Omit<Telling, 'key'>;

/** Conversations whose latest change is remembered, so that an older one that comes late is not taken for a newer. */
const mostKnown = 10_000;

/**
 * What a change of a conversation is for the customer: it is resolved, or the bot's again, or somebody has it, or nobody has it any more.
 *
 * @returns a function that gives nothing where it is nothing to them, or older than what is known
 */
export function createChanges(): (key: string, conversation: ToldChange) => Change | undefined {
  const latest = new Map<string, number>();
  return (key, conversation) => {
    const at = conversation.updated_at ?? Number.POSITIVE_INFINITY;
    if (at < (latest.get(key) ?? 0)) return undefined;
    if (Number.isFinite(at)) {
      latest.delete(key);
      latest.set(key, at);
      const [oldest] = latest.keys();
      if (latest.size > mostKnown && oldest !== undefined) latest.delete(oldest);
    }
    return changeOf(conversation);
  };
}

function changeOf(conversation: ToldChange): Change | undefined {
  const agent = agentOf(conversation.meta?.assignee);
  if (conversation.status === 'resolved') return { agent, act: { act: 'close', ...wrapUpOf(conversation) } };
  if (conversation.status === 'pending')
    return isNowPending(conversation) ? { agent, act: { act: 'return', solved: null, note: '' } } : undefined;
  if (agent) return { agent, act: { act: 'join' } };
  return isChanged(conversation, 'assignee_id')
    ? { agent: null, act: { act: 'transfer', team: null, to: null, note: '' } }
    : undefined;
}

/** Chatwoot has no wrap-up of its own: custom attributes of the conversation may say what became of it, and its labels are tags. */
function wrapUpOf({ custom_attributes: attributes, labels }: ToldChange) {
  const { disposition, solved } = attributes ?? {};
  return {
    disposition: typeof disposition === 'string' && disposition !== '' ? disposition.slice(0, 200) : 'resolved',
    solved: solved === 'yes' || solved === 'partly' || solved === 'no' ? solved : null,
    tags: (labels ?? []).slice(0, 20),
    note: '',
  } as const;
}

/** New conversations of an inbox with a bot begin as pending: only what has become so is given back. */
function isNowPending(conversation: ToldChange): boolean {
  return conversation.event === 'conversation_status_changed' || isChanged(conversation, 'status');
}

function isChanged({ changed_attributes: changes }: ToldChange, field: string): boolean {
  return (changes ?? []).some((change) => Object.hasOwn(change, field));
}

/** @returns `null` for bots, rules and nobody */
export function agentOf(person: Person | null | undefined): OutsideAgent | null {
  if (!person || person.type === 'agent_bot' || person.type === 'contact') return null;
  return { id: String(person.id), name: person.available_name || person.name || 'Agent' };
}
