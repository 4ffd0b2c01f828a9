/** The way of a conversation to people and through their hands, handoff by handoff. Facts only: with a customer's words erased it is the same, but for names. */
import type { Event } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';

/**
 * @property agent id of who took it first; `name` as the customer read it, `null` once erased
 * @property queuedAt `null` where nobody was there and the customer did not wait
 * @property repliedAt first word of a person after somebody took it
 * @property transfers times it was given on by a person; `losses` times its person was gone without a word
 * @property end `open`: it waits or is held; `unavailable`: nobody was there, or nobody came
 * @property solved as the person said; `null` where they did not
 */
export type HandoffCourse = {
  readonly handoff: string;
  readonly team: string | null;
  readonly requestedAt: Instant;
  readonly queuedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly agent: string | null;
  readonly name: string | null;
  readonly repliedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly transfers: number;
  readonly losses: number;
  readonly end: 'open' | 'closed' | 'returned' | 'left' | 'unavailable';
  readonly solved: 'yes' | 'partly' | 'no' | null;
};

/** Follows the events of one conversation, in order; in the order in which people were asked for. */
export function followHandoffs(events: readonly Event[]): readonly HandoffCourse[] {
  return events.reduce<readonly HandoffCourse[]>((courses, event) => {
    if (event.type === 'handoff.requested') return [...courses, begun(event.data, event.at)];
    const last = courses.at(-1);
    return last ? courses.with(-1, followed(last, event)) : courses;
  }, []);
}

type Asked = { readonly handoff: string; readonly team: string | null };

function begun({ handoff, team }: Asked, requestedAt: Instant): HandoffCourse {
  const never = { queuedAt: null, acceptedAt: null, agent: null, name: null, repliedAt: null, endedAt: null };
  return { handoff, team, requestedAt, ...never, transfers: 0, losses: 0, end: 'open', solved: null };
}

function followed(course: HandoffCourse, event: Event): HandoffCourse {
  const { at } = event;
  switch (event.type) {
    case 'handoff.queued':
      return { ...course, queuedAt: course.queuedAt ?? at, end: 'open' };
    case 'handoff.accepted':
      if (course.acceptedAt !== null) return course;
      return { ...course, acceptedAt: at, agent: event.data.agent, name: event.words?.name ?? null };
    case 'agent.said':
      return course.repliedAt === null && course.acceptedAt !== null ? { ...course, repliedAt: at } : course;
    case 'handoff.transferred':
      return { ...course, transfers: course.transfers + 1, team: event.data.team ?? course.team };
    case 'handoff.lost':
      return { ...course, losses: course.losses + 1 };
    case 'handoff.left':
      return { ...course, end: 'left', endedAt: at };
    case 'handoff.unavailable':
      return { ...course, end: 'unavailable', endedAt: at };
    case 'handoff.returned':
      return { ...course, end: 'returned', endedAt: at, solved: event.data.solved ?? null };
    case 'handoff.closed':
      return { ...course, end: 'closed', endedAt: at, solved: event.data.solved ?? null };
    default:
      return course;
  }
}
