import { describe, expect, it } from 'vitest';
import { readName } from '../../../src/dialogs/answers/read-contact.ts';

describe('a name in an answer', () => {
  it.each<[string, string, string | undefined]>([
    ['de', 'ich heiße Jo Müller', 'Jo Müller'],
    ['de', 'Ich heisse Jo', 'Jo'],
    ['de', 'mein Name ist Jo Müller.', 'Jo Müller'],
    ['de', 'Hallo, ich bin die Anna', 'Anna'],
    ['de', 'hier ist Jo', 'Jo'],
    ['de', 'Hier spricht Anna Groß', 'Anna Groß'],
    ['de', 'Name: Jo', 'Jo'],
    ['de', 'Jo Müller', 'Jo Müller'],
    ['de', 'Nennen Sie mich Jo', 'Jo'],
    ['de', 'Ichiro Tanaka', 'Ichiro Tanaka'],
    ['de', 'Dasha', 'Dasha'],
    ['de', 'das ist Jo', 'Jo'],
    ['es', 'me llamo Ana Núñez', 'Ana Núñez'],
    ['es', 'Mi nombre es Ana', 'Ana'],
    ['es', 'soy Ana', 'Ana'],
    ['es', 'Hola, soy la señora Pérez', 'señora Pérez'],
    ['es', 'Soyla Vaca', 'Soyla Vaca'],
    ['es', 'Ana Núñez', 'Ana Núñez'],
    ['es', 'llámame Ana', 'Ana'],
    ['es', 'Esteban', 'Esteban'],
    ['es', 'nombre: Ana', 'Ana'],
    ['es', 'a nombre de Ana', 'Ana'],
    ['es', '¿por qué?', undefined],
    ['en', 'my name is Jo', 'Jo'],
    ['en', "it's Jo", 'Jo'],
    ['fr', "je m'appelle Jo", 'Jo'],
    ['fr', 'je m’appelle Zoé', 'Zoé'],
    ['it', 'mi chiamo Jo', 'Jo'],
    ['nl', 'ik heet Jo', 'Jo'],
    ['nl', 'mijn naam is Jo', 'Jo'],
    ['pt', 'meu nome é Jo', 'Jo'],
    ['pt', 'chamo-me Jo', 'Jo'],
  ])('in %s %j is %j', (locale, text, value) => {
    expect(readName(text, locale)).toBe(value);
  });
});
