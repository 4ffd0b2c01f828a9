/** The JSON Schema of `rules.yaml`, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  type Words,
} from '../../../files/schema/editor-schema.ts';
import { rulesSchema } from './rules-schema.ts';

const words: Words = {
  rules: { about: 'In this order: the first that holds is acted on.' },
  'rules.rule': { about: 'Its name: small letters, digits, - and _. Reports and experiments know it by this.' },
  'rules.about': { about: 'What it is for, in a few words.' },
  'rules.when': {
    about:
      'When it holds: an expression over what the customer has borne in this issue (`no_match >= 2`), `sentiment`, `topic`, `risk`, `came_back`, the customer and shared slots.',
  },
  'rules.offer': { about: 'What is offered: `person`, or another dialog of the bot.' },
  'rules.offer.dialog': { about: 'The dialog that is offered.', names: 'dialogs' },
  'rules.handoff': { about: 'A person of this team takes over at once, without being offered.', names: 'teams' },
  'rules.handoff.team': { about: 'The team; whoever is there when left out.', names: 'teams' },
  'rules.handoff.reason': { about: 'What agents and reports read as the reason; the name of the rule when left out.' },
  'rules.holdOut': {
    about: 'Share of customers of whom nothing comes, 0–0.5, so that it can be told what the rule brings.',
  },
  'rules.sensitive': { about: '`true`: nobody is held out.' },
};

export function rulesEditorSchema(names: EditorNames): JsonSchema {
  return {
    $schema: draft,
    title: 'When this bot acts by itself',
    ...editorSchema({ schema: rulesSchema, words }, names),
  };
}
