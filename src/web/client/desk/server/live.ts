/** What happens at the desk, as the server tells it while it happens. */
import { fieldsIn, textOf } from '../../json/fields.ts';
import { type Line, readLine } from './card.ts';
import { type Queue, readQueue } from './queue.ts';

export type Told = {
  queue(queue: Queue): void;
  line(conversation: string, line: Line): void;
  typing(conversation: string, who: string): void;
  /** whether the line to the server stands */
  standing(isOpen: boolean): void;
};

/**
 * Listens until the returned function ends it; the browser comes again by itself where the line breaks.
 *
 * @param listens conversations of others that are followed too
 */
export function openLive(listens: readonly string[], told: Told): () => void {
  const query = listens.map((id) => `listen=${encodeURIComponent(id)}`).join('&');
  const source = new EventSource(`/api/desk/stream${query && `?${query}`}`);
  source.addEventListener('open', () => told.standing(true));
  source.addEventListener('error', () => told.standing(false));
  source.addEventListener('queue', ({ data }) => told.queue(readQueue(fieldsIn(data))));
  source.addEventListener('line', ({ data }) => {
    const fields = fieldsIn(data);
    told.line(textOf(fields['conversation']), readLine(fields));
  });
  source.addEventListener('typing', ({ data }) => {
    const fields = fieldsIn(data);
    told.typing(textOf(fields['conversation']), textOf(fields['who']));
  });
  return () => source.close();
}
