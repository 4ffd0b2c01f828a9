import type { Channel, OutboxRow } from '../../runtime/ports/delivery.ts';

/** The terminal as a channel: what the bot says goes to `print`, at once. */
export function createTerminalChannel(print: (row: OutboxRow) => void): Channel {
  return {
    name: 'terminal',
    delivery: 'push',
    async send(row) {
      print(row);
      return { ok: true };
    },
  };
}
