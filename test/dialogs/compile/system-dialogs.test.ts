import { describe, expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { programOf, talkTo } from '../step/talk.ts';
import { whereOfIntent } from './vocabulary.ts';

const none = { intents: new Map(), answers: new Map(), entities: new Set<string>(), actions: new Map() };

const names = [
  'on.start',
  'on.no_match',
  'on.human',
  'on.next',
  'on.unavailable',
  'on.offer',
  'on.error',
  'on.cancel',
  'on.help',
  'on.repeat',
  'on.rescue',
  'on.slow',
  'on.machine',
  'on.goodbye',
  'on.resume',
  'on.closed',
  'on.clarify',
  'on.confirm',
  'on.correction',
  'on.interruption',
  'on.silence',
  'on.survey',
  'on.language',
  'on.file',
  'on.queued',
  'on.accepted',
  'on.transferred',
  'on.agent_lost',
  'on.returned',
  'on.left',
];

describe('system dialogs', () => {
  it('every bot has them, and they are without a mistake', () => {
    const { program, problems } = compileBot([], none);
    expect(problems).toEqual([]);
    expect([...(program?.dialogs.keys() ?? [])].toSorted()).toEqual(names.toSorted());
  });

  it('the first message says that it is a machine', () => {
    const first = compileBot([], none).program?.dialogs.get('on.start')?.nodes.get('0');
    expect(first?.kind === 'say' && first.texts[0]?.format({})).toMatch(/automated assistant, not a person/);
  });

  it.each(['on.error', 'on.no_match', 'on.human'])('%s ends with a person', (name) => {
    const kinds = [...(compileBot([], none).program?.dialogs.get(name)?.nodes.values() ?? [])].map(({ kind }) => kind);
    expect(kinds.at(-1)).toBe('handoff');
  });

  it.each(['on.slow', 'on.offer'])('%s begins with a text, as it is said without being entered', (name) => {
    const dialog = compileBot([], none).program?.dialogs.get(name);
    expect(dialog?.nodes.get(dialog.first ?? '')?.kind).toBe('say');
  });

  it('a bot replaces one by having a dialog of its name', () => {
    const files = [{ path: 'dialogs/hello.yaml', text: 'dialog: on.start\nsteps:\n  - say: Ahoy, I am a robot.\n' }];
    const start = compileBot(files, none).program?.dialogs.get('on.start');
    expect(start?.where.file).toBe('dialogs/hello.yaml');
    expect(start?.nodes.size).toBe(1);
  });

  it('are started by the intents the bot has for them', () => {
    const intents = new Map([['human.request', whereOfIntent(2)]]);
    expect(compileBot([], { ...none, intents }).program?.starts.get('human.request')).toBe('on.human');
  });

  it('leave an intent to a dialog that declares it, and start anyway where a bot replaces them', () => {
    const intents = new Map([
      ['human.request', whereOfIntent(2)],
      ['flow.help', whereOfIntent(3)],
    ]);
    const files = [
      { path: 'dialogs/a.yaml', text: 'dialog: sales\nstart: { intents: [human.request] }\nsteps: []\n' },
      { path: 'dialogs/b.yaml', text: 'dialog: on.help\nsteps: []\n' },
    ];
    const { program, problems } = compileBot(files, { ...none, intents });
    expect(problems).toEqual([]);
    expect([...(program?.starts ?? [])]).toEqual([
      ['human.request', 'sales'],
      ['flow.help', 'on.help'],
    ]);
  });

  it('name what the bot can do, when it can do something', () => {
    const able = 'dialog: a\nabout: find your order\nstart: { intents: [refund] }\nsteps: []\n';
    const help = (yaml: string) => talkTo(programOf(yaml)).says('#flow.help').join(' ');
    expect(help(able)).toContain('I can help you, for example, to find your order.');
    expect(help(able.replace('about: find your order\n', ''))).not.toContain('for example');
  });
});
