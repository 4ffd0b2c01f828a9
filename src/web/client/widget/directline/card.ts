/** Cards and pictures of an activity, read from what the server sent. Shapes: hero card and image attachments of Bot Framework. */
import { fieldsOf, listOf, textOf } from '../../json/fields.ts';

/** A choice as a button. `value` is what is sent; for `openUrl` it is the address. */
export type SuggestedAction = { readonly type: string; readonly title: string; readonly value: string };

/** What is missing is ''. `alt` says what the picture shows. */
export type Card = {
  readonly title: string;
  readonly subtitle: string;
  readonly text: string;
  readonly image: string;
  readonly alt: string;
  readonly buttons: readonly SuggestedAction[];
};

/** A file the customer sent. `contentType` tells a picture from the others. */
export type SentFile = { readonly contentType: string; readonly url: string; readonly name: string };

export function readFile(value: unknown): SentFile {
  const { contentType, contentUrl, name } = fieldsOf(value);
  return { contentType: textOf(contentType), url: textOf(contentUrl), name: textOf(name) };
}

/** One attachment; of a kind the widget cannot show, none. */
export function readCard(value: unknown): readonly Card[] {
  const attachment = fieldsOf(value);
  const kind = textOf(attachment['contentType']);
  if (kind.startsWith('image/')) return [picture(textOf(attachment['contentUrl']), textOf(attachment['name']))];
  if (!/^application\/vnd\.microsoft\.card\.(hero|thumbnail)$/.test(kind)) return [];
  const content = fieldsOf(attachment['content']);
  const image = fieldsOf(listOf(content['images'])[0]);
  return [
    {
      ...picture(textOf(image['url']), textOf(image['alt'])),
      title: textOf(content['title']),
      subtitle: textOf(content['subtitle']),
      text: textOf(content['text']),
      buttons: listOf(content['buttons']).map(readAction),
    },
  ];
}

export function readAction(value: unknown): SuggestedAction {
  const action = fieldsOf(value);
  const title = textOf(action['title']);
  return { type: textOf(action['type']), title, value: textOf(action['value']) || title };
}

function picture(image: string, alt: string): Card {
  return { title: '', subtitle: '', text: '', image, alt, buttons: [] };
}
