import type { Clock, Random } from '../../runtime/ports.ts';

/** The sign-in link of a server without accounts: one ticket, once, for ten minutes. */
export type SignIn = {
  readonly ticket: string;
  /** Whether this is the ticket; it is used up by asking. */
  redeem(ticket: string): boolean;
};

const ticketMs = 600_000;

export function createSignIn({ clock, random }: { readonly clock: Clock; readonly random: Random }): SignIn {
  const ticket = random.id();
  const until = clock.now() + ticketMs;
  let used = false;
  return {
    ticket,
    redeem(given) {
      if (used || given !== ticket || clock.now() >= until) return false;
      used = true;
      return true;
    },
  };
}
