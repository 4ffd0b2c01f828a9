/**
 * The named points of a turn, before and after each wait: where a test stops the process to see that nothing is lost.
 */
export const points = [
  'message.received',
  'state.loaded',
  'turn.decided',
  'turn.committed',
  'message.acknowledged',
  'message.held',
  'action.started',
  'action.called',
  'action.ended',
  'reply.sent',
  'reply.settled',
  'timer.fired',
] as const;

export type Point = (typeof points)[number];

/** Told of each point as it is passed. */
export type Probe = (point: Point) => void;

/** Nobody is watching. */
export const noProbe: Probe = () => {};
