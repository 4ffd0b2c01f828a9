/** The queue as the server tells it. What is missing is empty, so that a page older or newer than its server still works. */
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json/fields.ts';
import { pageNow } from '../page-now.ts';

/**
 * A conversation at the desk.
 *
 * @property since when the customer asked, by `pageNow`
 * @property name of the customer, '' where it is not known
 * @property issue intent, '' where there is none
 * @property said the customer's last words, '' where they are not known
 */
export type Place = {
  readonly id: string;
  readonly name: string;
  readonly issue: string;
  readonly said: string;
  readonly team: string;
  readonly reason: string;
  /** the higher, the sooner; 0 is usual */
  readonly priority: number;
  /** name of the colleague it was given to, '' for whoever comes first */
  readonly meantFor: string;
  readonly since: number;
  readonly version: number;
  /** name of who is asked to take it just now, and alone may; '' for nobody */
  readonly offeredTo: string;
  readonly isOfferedToMe: boolean;
  /** until when it is, by `pageNow`; `undefined` where that is not known */
  readonly offeredUntil: number | undefined;
};

/** @property agent who has it, '' where they have gone */
export type Held = Place & { readonly agent: string; readonly isMine: boolean };
export type Colleague = { readonly name: string; readonly team: string; readonly state: string };

export type Queue = {
  readonly waiting: readonly Place[];
  readonly held: readonly Held[];
  readonly agents: readonly Colleague[];
};

export function readQueue(queue: Fields): Queue {
  return {
    waiting: listOf(queue['waiting']).map(fieldsOf).map(readPlace),
    held: listOf(queue['held']).map(fieldsOf).map(readHeld),
    agents: listOf(queue['agents']).map(fieldsOf).map(readColleague),
  };
}

function readPlace(place: Fields): Place {
  return {
    id: textOf(place['id']),
    name: textOf(place['name']),
    issue: textOf(place['issue']),
    said: textOf(place['said']),
    team: textOf(place['team']),
    reason: textOf(place['reason']),
    priority: numberOf(place['priority']) ?? 0,
    meantFor: textOf(place['meantFor']),
    since: pageNow() - (numberOf(place['waitSeconds']) ?? 0) * 1_000,
    version: numberOf(place['version']) ?? 0,
    offeredTo: textOf(place['offeredTo']),
    isOfferedToMe: place['isOfferedToMe'] === true,
    offeredUntil: untilOf(numberOf(place['offerSeconds'])),
  };
}

function untilOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : pageNow() + seconds * 1_000;
}

function readHeld(held: Fields): Held {
  return { ...readPlace(held), agent: textOf(held['agent']), isMine: held['isMine'] === true };
}

function readColleague(one: Fields): Colleague {
  return { name: textOf(one['name']), team: textOf(one['team']), state: textOf(one['state']) };
}
