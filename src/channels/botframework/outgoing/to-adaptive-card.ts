import type { Attachment } from 'botbuilder';
import type { Card } from '../../../events/speech/card.ts';

/** A card as an adaptive card of version 1.3, which all channels that draw them know. A key sends back which choice it stands for. */
export function toAdaptiveCard({ title, subtitle, text, image, buttons = [] }: Card): Attachment {
  const body = [
    ...(image ? [{ type: 'Image', url: image.url, altText: image.alt, size: 'Stretch' }] : []),
    ...block(title, { size: 'Medium', weight: 'Bolder' }),
    ...block(subtitle, { isSubtle: true, spacing: 'None' }),
    ...block(text, {}),
  ];
  const actions = buttons.map((button) =>
    'url' in button
      ? { type: 'Action.OpenUrl', title: button.title, url: button.url }
      : { type: 'Action.Submit', title: button.title, data: { touchpoint: { value: button.value } } },
  );
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.3',
      body,
      ...(actions.length > 0 ? { actions } : {}),
    },
  };
}

function block(text: string | undefined, style: object): readonly object[] {
  return text === undefined || text === '' ? [] : [{ type: 'TextBlock', text, wrap: true, ...style }];
}
