/**
 * What every key of a dialog file is for, in words for bot designers: editors show them, and the reference in docs/dialogs.md is made from them. A test
 * holds them beside the schemas, so that no key is without its words.
 */
import type { Words } from '../../../files/schema/editor-schema.ts';

export const dialogWords: Words = {
  dialog: { about: 'The name of the dialog. Names that begin with `on.` replace what the framework has built in.' },
  about: { about: 'What the dialog does for the customer, in their words: “I can help you to …”, “did you mean …?”.' },
  stage: { about: 'The stage of the journey the customer is in, for reports.', names: 'stages' },
  start: { about: 'What begins the dialog. A dialog without it is begun by another one, with `call`.' },
  'start.intents': { about: 'Intents that begin the dialog, from the files in intents/.', names: 'intents' },
  'start.notice': { about: 'A notice of the business, such as `parcel.late`, that begins the dialog from its side.' },
  'start.silence': {
    about: 'Of `on.silence` only: after how long a customer who was asked something counts as silent.',
  },
  expect: { about: 'What a customer may reasonably expect of it; what happens is judged against it.' },
  'expect.turns': { about: 'How many messages the customer should need.' },
  'expect.time': { about: 'How long it should take, such as `2m`.' },
  owner: { about: 'Who can remove the burdens that this dialog lays on customers.', names: 'owners' },
  goal: { about: 'What the customer wants to have reached at the end.' },
  'goal.name': { about: 'The name of the goal, for reports.' },
  'goal.verify': {
    about:
      'How it is known later that the goal was really reached. `false`: nothing there is to look up, as with an answer that was given.',
  },
  'goal.verify.by': { about: 'An action that answers true once the goal is really reached.', names: 'actions' },
  'goal.verify.with': { about: 'What the action is given. Each value is an expression.' },
  'goal.verify.within': { about: 'How long it may take until the action says so, such as `14d`.' },
  authenticates: { about: '`true` where the dialog finds out who the customer is.' },
  returns: {
    about: 'What a dialog that calls this one gets, under the name it saves it by. Each value is an expression.',
  },
  slots: { about: 'What the dialog needs to know, each under the name that expressions and texts use.' },
  steps: { about: 'What happens, from top to bottom.' },
};

export const slotWords: Words = {
  type: { about: 'What kind of value it is: built in, or an entity of the intents files.', names: 'types' },
  ask: { about: 'The question. Of a list, one is said: never the same twice in a row.' },
  again: { about: 'What is asked when the answer was not understood: the first time the first text, then the next.' },
  invalid: { about: 'What is said when the answer was understood, but `check` refused it.' },
  known: {
    about: 'An expression that gives the value where it is known, such as `customer.email`; it is then not asked.',
  },
  check: { about: 'An action that says whether the value is right.' },
  'check.do': { about: 'The action. Its answer is true or false.', names: 'actions' },
  'check.with': { about: 'What the action is given. Each value is an expression.' },
  attempts: { about: 'How often it is asked at most. 3 when left out.' },
  otherwise: { about: 'Steps for when all attempts are used up. A person when left out.' },
  options: { about: 'What can be chosen, for a slot of type `choice`: texts, or values with titles.' },
  'options.value': { about: 'The value that is kept.' },
  'options.title': { about: 'What the customer sees; the value when left out.' },
  shared: { about: '`true`: known to every dialog that declares it as shared; asked once for all of them.' },
  sensitive: { about: '`true`: masked in logs, traces, exports and reports.' },
};
