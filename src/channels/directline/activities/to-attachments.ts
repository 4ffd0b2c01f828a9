import type { Card } from '../../../events/speech/card.ts';
import type { Attachment, HeroButton } from './activity.ts';

/** Cards as a client of Bot Framework draws them: a picture alone as a picture, everything else as a hero card. */
export function toAttachments(cards: readonly Card[]): readonly Attachment[] {
  return cards.map((card) => pictureOf(card) ?? heroCard(card));
}

function pictureOf({ image, ...rest }: Card): Attachment | undefined {
  if (!image || Object.keys(rest).length > 0) return undefined;
  return { contentType: pictureType(image.url), contentUrl: image.url, name: image.alt };
}

/** What the address's ending says; clients show any kind of image. */
function pictureType(url: string): string {
  const ending = /\.(png|jpe?g|gif|webp|svg)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? 'png';
  return `image/${ending === 'jpg' ? 'jpeg' : ending === 'svg' ? 'svg+xml' : ending}`;
}

function heroCard({ title, subtitle, text, image, buttons }: Card): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: {
      ...(title === undefined ? {} : { title }),
      ...(subtitle === undefined ? {} : { subtitle }),
      ...(text === undefined ? {} : { text }),
      ...(image ? { images: [image] } : {}),
      ...(buttons ? { buttons: buttons.map(buttonOf) } : {}),
    },
  };
}

function buttonOf(button: NonNullable<Card['buttons']>[number]): HeroButton {
  if ('url' in button) return { type: 'openUrl', title: button.title, value: button.url };
  return { type: 'imBack', title: button.title, value: button.value };
}
