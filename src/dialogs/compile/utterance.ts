/** Turns what a file says into what a program says. */
import type { Path } from '../../files/yaml-document.ts';
import type { CardTemplate, Link as LinkButton, Option, Utterance } from '../program.ts';
import type { ButtonSource, CardSource, Speech } from './language/speech.ts';
import type { Link } from './steps/define-step.ts';

type Making = Pick<Link, 'text' | 'texts' | 'options'>;

export function utteranceOf(make: Making, path: Path, source: Speech): Utterance {
  if (typeof source === 'string' || Array.isArray(source))
    return { texts: make.texts(path, source), buttons: [], cards: [], isCarousel: false };
  const pictured = source.image === undefined ? undefined : [{ image: source.image }];
  const cards = source.carousel ?? source.cards ?? pictured ?? [];
  const key = source.carousel ? 'carousel' : 'cards';
  return {
    texts: make.texts([...path, 'text'], source.text),
    buttons: make.options([...path, 'buttons'], source.buttons),
    cards: cards.map((card, n) => cardOf(make, pictured ? path : [...path, key, n], card)),
    isCarousel: source.carousel !== undefined,
  };
}

function cardOf(make: Making, path: Path, { title, subtitle, text, image, buttons = [] }: CardSource): CardTemplate {
  const part = (key: string, source: string | undefined) =>
    source === undefined ? null : make.text([...path, key], source);
  return {
    title: part('title', title),
    subtitle: part('subtitle', subtitle),
    text: part('text', text),
    image: image
      ? {
          url: make.text([...path, 'image', 'url'], image.url),
          alt: make.text([...path, 'image', 'alt'], image.alt),
        }
      : null,
    buttons: buttons.map((button, n) => buttonOf(make, [...path, 'buttons', n], button)),
  };
}

function buttonOf(make: Making, path: Path, source: ButtonSource): Option | LinkButton {
  if (typeof source === 'string') return { value: source, title: make.text(path, source) };
  if ('url' in source)
    return { title: make.text([...path, 'title'], source.title), url: make.text([...path, 'url'], source.url) };
  const key = source.title === undefined ? 'value' : 'title';
  return { value: source.value, title: make.text([...path, key], source.title ?? source.value) };
}
