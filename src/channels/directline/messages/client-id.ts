import type { PostedActivity } from '../activities/posted-activity.ts';

/** What the client calls its message (`channelData.clientActivityID`): under it, the message is taken once. `undefined`: it gives it no name. */
export function clientIdOf({ channelData }: Pick<PostedActivity, 'channelData'>): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData)) return undefined;
  const id = channelData['clientActivityID'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}
