import { priorityOf } from '../../escalation/in-order.ts';
import type { Instant } from '../../events/instant.ts';
import type { About } from '../../reports/desk/about-of.ts';
import type { HandoffRow } from '../../runtime/ports/desk.ts';
import type { Desk } from './create-desk.ts';

/** A conversation at the desk. Times are ISO 8601. */
type Place = {
  readonly id: string;
  /** of the customer; these three are `null` where they are not known */
  readonly name: string | null;
  readonly issue: string | null;
  /** the customer's last words, as they were at most a minute ago */
  readonly said: string | null;
  readonly team: string | null;
  readonly reason: string;
  readonly since: string;
  readonly waitSeconds: number;
  readonly version: number;
  /** the higher, the sooner; 0 is usual */
  readonly priority: number;
  /** name of the agent it was given to */
  readonly meantFor: string | null;
};

/** @property offeredTo name of who is asked to take it, and alone may for the moment; @property offerSeconds for how long yet, `null` where that is not known */
type InLine = Place & {
  readonly position: number;
  readonly offeredTo: string | null;
  readonly offerSeconds: number | null;
};

/** @property agent name of who has it; `null` where they have gone */
type Held = Place & { readonly agent: string | null };

/**
 * What happens at the desk, for all who look: fifty agents see the same two hundred rows, which are made once.
 *
 * @property key the same as long as nobody sees anything else than how long somebody waits
 */
export type Look = {
  readonly key: string;
  /**
   * The queue as one agent sees it, as JSON: `at`, who waits in the order of their turn (`InLine` and `isOfferedToMe`), what is held (`Held` and `isMine`), and the
   * agents who are there with `name`, `team` and `state`.
   */
  seenBy(agent: string): string;
  /** conversations the agent has */
  heldBy(agent: string): readonly string[];
};

export function lookAt(desk: Desk, at: Instant): Look {
  const present = desk.presences().map(({ name, team, state }) => ({ name, team, state }));
  const handoffs = desk.handoffs();
  const ranked = handoffs.map((row) => ({
    row,
    priority: priorityOf(desk.settings.policy, row, at),
    about: desk.about(row.conversation),
  }));
  const rows = lazily(() => rowsOf(desk, ranked, at));
  return {
    key: JSON.stringify([ranked, present, handoffs.map((row) => desk.offeredForMs(row) !== null)]),
    seenBy(agent) {
      const { waiting, held } = rows();
      const inLine = waiting.map(({ text, owner }) => `${text},"isOfferedToMe":${owner === agent}}`);
      const taken = held.map(({ text, owner }) => `${text},"isMine":${owner === agent}}`);
      const seenAt = new Date(at).toISOString();
      return `{"at":"${seenAt}","waiting":[${inLine.join()}],"held":[${taken.join()}],"agents":${JSON.stringify(present)}}`;
    },
    heldBy: (agent) => handoffs.filter((row) => row.agent === agent).map(({ conversation }) => conversation),
  };
}

type Ranked = { readonly row: HandoffRow; readonly priority: number; readonly about: About | undefined };

/** A row as JSON but for its end, where each agent reads whether it concerns them: `owner` is whom it does. */
type Row = { readonly text: string; readonly owner: string | null };

function rowsOf(desk: Desk, ranked: readonly Ranked[], at: Instant) {
  const names = new Map(desk.presences().map((one) => [one.agent, one.name]));
  const nameOf = (agent: string | null) => names.get(agent ?? '') ?? null;
  const open = (place: InLine | Held): string => JSON.stringify(place).slice(0, -1);
  const waiting = ranked
    .filter(({ row }) => row.agent === null)
    .map((one, index): Row => {
      const offer = { offeredTo: nameOf(one.row.offered), offerSeconds: secondsOf(desk.offeredForMs(one.row)) };
      const place = { position: index + 1, ...placeOf(one, at), ...offer };
      return { text: open(place), owner: one.row.offered };
    });
  const held = ranked
    .filter(({ row }) => row.agent !== null)
    .map((one): Row => ({ text: open({ ...placeOf(one, at), agent: nameOf(one.row.agent) }), owner: one.row.agent }));
  return { waiting, held };
}

function placeOf({ row, priority, about }: Ranked, at: Instant): Place {
  const { conversation, team, reason, since, version, meantFor } = row;
  const waitSeconds = Math.max(0, Math.round((at - since) / 1000));
  const { name = null, issue = null, said = null } = about ?? {};
  const place = { id: conversation, name, issue, said, team, reason, since: new Date(since).toISOString() };
  return { ...place, waitSeconds, version, priority, meantFor };
}

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : Math.ceil(ms / 1000);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
