/** Every text of a dialog that a customer may read. */
import type { CardTemplate, Dialog, Node, Option, Slot, Template, Utterance } from '../../program.ts';

/** @returns in the order of the program, addresses of pages and pictures left out */
export function textsOf(dialog: Dialog): readonly Template[] {
  return [
    ...(dialog.about ? [dialog.about] : []),
    ...[...dialog.slots.values()].flatMap(ofSlot),
    ...[...dialog.nodes.values()].flatMap(ofNode),
  ];
}

function ofSlot({ ask, again, invalid, options }: Slot): readonly Template[] {
  return [...ask, ...again, ...(invalid ? [invalid] : []), ...options.map(titleOf)];
}

function ofNode(node: Node): readonly Template[] {
  switch (node.kind) {
    case 'say':
      return textsOfUtterance(node);
    case 'confirm':
    case 'remind':
      return [node.text];
    case 'choose':
    case 'survey':
      return [node.text, ...node.options.map(titleOf)];
    case 'redirect':
      return node.text ? [node.text] : [];
    default:
      return [];
  }
}

/** Those of something that is said. */
function textsOfUtterance({ texts, buttons, cards }: Utterance): readonly Template[] {
  return [...texts, ...buttons.flatMap(ofButton), ...cards.flatMap(ofCard)];
}

function ofCard({ title, subtitle, text, image, buttons }: CardTemplate): readonly Template[] {
  const parts = [title, subtitle, text, image?.alt ?? null];
  return [
    ...parts.filter((part) => part !== null),
    ...buttons.flatMap((button) => ('url' in button ? [button.title] : ofButton(button))),
  ];
}

/** A value of several words is what the customer would write; one word may be a key. */
function ofButton({ title, value }: Option): readonly Template[] {
  const isWritten = value !== title.source && /\s/.test(value);
  return isWritten ? [title, { ...title, source: value, format: () => value }] : [title];
}

function titleOf({ title }: Pick<Option, 'title'>): Template {
  return title;
}
