/**
 * The part of a Bot Framework activity that the widget shows, read from what the server sent.
 * Shapes: Direct Line 3.0 and the Bot Framework activity schema; what is added by this product stands under `channelData.touchpoint`.
 */

import { fieldsIn, fieldsOf, listOf, textOf } from '../../json/fields.ts';
import type { Instant } from '../ports.ts';
import { type Card, readAction, readCard, readFile, type SentFile, type SuggestedAction } from './card.ts';

export type Activity = {
  readonly id: string;
  /** `message`, `typing`, `event` or anything else the protocol has */
  readonly type: string;
  readonly at: Instant | undefined;
  readonly from: { readonly id: string; readonly name: string; readonly role: string };
  readonly text: string;
  readonly isPlain: boolean;
  /** BCP 47; '' where it is not said */
  readonly language: string;
  readonly actions: readonly SuggestedAction[];
  readonly cards: readonly Card[];
  /** every attachment as a file, which it is where a customer sent it */
  readonly files: readonly SentFile[];
  /** values to answer with, worst first; none where it is no survey, or one of words */
  readonly scale: readonly string[];
  /** cards stand beside each other */
  readonly isCarousel: boolean;
  readonly expectsInput: boolean;
  /** of an event */
  readonly name: string;
  readonly value: unknown;
  /** what the sender called it before the server did; '' where it came from elsewhere */
  readonly clientId: string;
  /** what a customer who chose a button saw on it; '' where they typed */
  readonly label: string;
};

/** @property watermark '' where the frame brings none */
export type Frame = { readonly activities: readonly Activity[]; readonly watermark: string };

/** Reads a frame of the stream, or an answer to polling. Empty frames keep the line open and bring nothing. */
export function readFrame(json: string): Frame {
  const frame = fieldsIn(json);
  return { activities: listOf(frame['activities']).map(readActivity), watermark: textOf(frame['watermark']) };
}

function readActivity(value: unknown): Activity {
  const activity = fieldsOf(value);
  const from = fieldsOf(activity['from']);
  const channelData = fieldsOf(activity['channelData']);
  const touchpoint = fieldsOf(channelData['touchpoint']);
  const at = Date.parse(textOf(activity['timestamp']));
  return {
    id: textOf(activity['id']),
    type: textOf(activity['type']),
    at: Number.isNaN(at) ? undefined : at,
    from: {
      id: textOf(from['id']),
      name: textOf(from['name']),
      role: textOf(touchpoint['actor']) || textOf(from['role']),
    },
    text: textOf(activity['text']),
    isPlain: textOf(activity['textFormat']) === 'plain',
    language: textOf(activity['locale']),
    actions: listOf(fieldsOf(activity['suggestedActions'])['actions']).map(readAction),
    cards: listOf(activity['attachments']).flatMap(readCard),
    files: listOf(activity['attachments']).map(readFile),
    scale: readScale(touchpoint['survey']),
    isCarousel: activity['attachmentLayout'] === 'carousel',
    expectsInput: activity['inputHint'] === 'expectingInput',
    name: textOf(activity['name']),
    value: activity['value'],
    clientId: textOf(channelData['clientActivityID']),
    label: textOf(touchpoint['label']),
  };
}

/** Scales of numbers are shown as such; those of words are answers like any others. */
function readScale(survey: unknown): readonly string[] {
  const scale = listOf(fieldsOf(survey)['scale']).map(textOf);
  return scale.every((value) => /^\d+$/.test(value)) ? scale : [];
}
