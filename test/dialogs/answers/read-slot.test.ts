import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../src/dialogs/answers/read-choice.ts';
import { slotReader } from '../../../src/dialogs/answers/read-slot.ts';

function read(type: string, text: string) {
  return slotReader(type)(text, [], 'en');
}

describe('yes and no', () => {
  it.each([
    'yes',
    'Yes please',
    'yep',
    'sure',
    'ok',
    "that's right",
    'that’s right',
    'of course',
    'yes, no problem',
    'why not',
    'no problem',
    'Yeah that works',
    'go ahead',
    'okay then',
    'yesss!',
    'sounds good',
    'it is',
    'I do',
    '👍',
    'please do',
    'ok thanks',
    'Yes. I want the refund',
    'absolutely',
    'correct',
    'alright',
    'oh yes',
    'sure, why not?',
    'fine by me',
    'ok yes',
    'yes thank you',
  ])('%s is a yes', (text) => {
    expect(read('yes_no', text)).toBe(true);
  });

  it.each([
    'no',
    'nope',
    'no thanks',
    'not really',
    'no thank you',
    'nah',
    'never mind',
    'not now',
    "don't",
    'of course not',
    'ok no thanks',
    "I don't think so",
    'absolutely not',
    "that's wrong",
    'no, it is 87654321',
    '👎',
    "I'd rather not",
    'not yet',
    'nooo',
    'no way',
    'well, no',
    'cancel',
    "please don't",
    "it isn't",
    'No. Stop!',
    'definitely not',
    'that is not right',
  ])('%s is a no', (text) => {
    expect(read('yes_no', text)).toBe(false);
  });

  it.each([
    'maybe',
    'not sure',
    "I don't know",
    'yes no',
    'what?',
    'how long does it take',
    '12345678',
    'where is my order',
    'hello',
    '',
    "I'm not sure",
    'no idea',
    'yes or no?',
  ])('%j is neither', (text) => {
    expect(read('yes_no', text)).toBeUndefined();
  });
});

describe('other types', () => {
  it.each([
    ['number', '5', 5],
    ['number', 'about twenty', 20],
    ['number', '1,200.50', 1200.5],
    ['number', '1.200,50', 1200.5],
    ['number', '2,5', 2.5],
    ['number', '-3', -3],
    ['number', 'two, so 2', 2],
    ['number', '1.5kg', 1.5],
    ['number', 'between 2 and 3', undefined],
    ['number', 'none', undefined],
    ['date', '2025-03-04', '2025-03-04'],
    ['date', 'on 4 March 2025', '2025-03-04'],
    ['date', 'March 4th, 2025', '2025-03-04'],
    ['date', '4.3.2025', '2025-03-04'],
    ['date', '13/2/2025', '2025-02-13'],
    ['date', '4/3/2025', undefined],
    ['date', '31.2.2025', undefined],
    ['email', 'it is Jo.Do@Example.COM.', 'jo.do@example.com'],
    ['email', 'a@b', undefined],
    ['email', 'a@b.de or c@d.de', undefined],
    ['phone', '+49 (0)30 1234-567', '+490301234567'],
    ['phone', 'call 030 1234567 please', '0301234567'],
    ['phone', '12345', undefined],
    ['name', 'my name is Jo Müller.', 'Jo Müller'],
    ['name', "I'm O'Neil", "O'Neil"],
    ['name', 'Ian Malcolm', 'Ian Malcolm'],
    ['name', 'why do you ask?', undefined],
    ['text', '  anything at all ', 'anything at all'],
    ['text', '   ', undefined],
    ['order_number', '12345678', undefined],
  ])('%s reads %j as %j', (type, text, value) => {
    expect(read(type, text)).toBe(value);
  });

  it('a choice is named by its value, its title or its number', () => {
    const choices = [
      { value: 's', title: 'Small one' },
      { value: 'l', title: 'Large one' },
    ];
    expect(
      ['S', 'large one', 'the Large one, please', '2', 'both'].map((text) => readChoice(text, choices, 'en')),
    ).toEqual(['s', 'l', 'l', 'l', undefined]);
  });

  it('an entity of the type wins over reading the words', () => {
    const date = { type: 'date', text: 'tomorrow', start: 0, end: 8, value: '2025-03-05' };
    expect(slotReader('date')('tomorrow, not 2024-01-01', [date], 'en')).toBe('2025-03-05');
  });

  it('a text is taken whole, whatever entities are in it', () => {
    const text = { type: 'text', text: 'b', start: 1, end: 2, value: 'b' };
    expect(slotReader('text')('abc', [text], 'en')).toBe('abc');
  });
});
