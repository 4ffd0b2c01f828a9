/** What every kind of step does and what its keys are for, in words for bot designers, with examples that a test reads. */
import type { Words } from '../../../files/schema/editor-schema.ts';

export type StepWords = {
  readonly about: string;
  readonly example: string;
  readonly keys: Words;
};

/** Keys every step may have. */
export const everyStepWords: Words = {
  id: { about: 'A name for the step, where `goto` shall lead to it. Needed nowhere else.' },
};

/** Of a picture, a card or a carousel of a `say`. */
function pictureWords(path: string): Words {
  return {
    [`${path}.url`]: { about: 'Where the picture is.' },
    [`${path}.alt`]: { about: 'What it shows, for who does not see it.' },
  };
}

function cardWords(path: string): Words {
  return {
    [`${path}.title`]: { about: 'The title of the card.' },
    [`${path}.subtitle`]: { about: 'A line below the title.' },
    [`${path}.text`]: { about: 'The text of the card.' },
    [`${path}.image`]: { about: 'A picture on the card.' },
    ...pictureWords(`${path}.image`),
    [`${path}.buttons`]: { about: 'What the customer can tap: texts, values with titles, or links.' },
    [`${path}.buttons.title`]: { about: 'What stands on the button.' },
    [`${path}.buttons.url`]: { about: 'The page it opens.' },
    [`${path}.buttons.value`]: { about: 'What a tap says.' },
  };
}

export const stepWords: { readonly [kind: string]: StepWords } = {
  say: {
    about: 'Says a text; of several, one: never the same twice in a row.',
    example: `- say: Done. It arrives within three days.
- say:
    - All right.
    - Very well.
- say:
    text: What can I do for you?
    buttons: [Track an order, Talk to a person]
- say:
    carousel:
      - title: Kettle
        text: Boils a litre in three minutes.
        image: { url: "https://shop.example/kettle.jpg", alt: A steel kettle }
        buttons:
          - { title: Open the page, url: "https://shop.example/kettle" }`,
    keys: {
      say: { about: 'The text, a list of variations, or a text with buttons.' },
      'say.text': { about: 'The text, or a list of variations.' },
      'say.buttons': { about: 'What the customer can tap instead of typing: texts, or values with titles.' },
      'say.buttons.value': { about: 'What a tap says.' },
      'say.buttons.title': { about: 'What stands on the button; the value when left out.' },
      'say.image': { about: 'A picture below the text.' },
      ...pictureWords('say.image'),
      'say.cards': { about: 'Cards below each other.' },
      ...cardWords('say.cards'),
      'say.carousel': { about: 'Cards beside each other.' },
      ...cardWords('say.carousel'),
    },
  },
  ask: {
    about: 'Asks for a slot, unless it is known already.',
    example: '- ask: order_number',
    keys: { ask: { about: 'The slot.', names: 'slots' } },
  },
  confirm: {
    about:
      'A question to be answered by yes or no. Yes goes on; no ends what was to be confirmed, unless there are steps for it.',
    example: `- confirm: Shall I cancel order {order_number}?
  no:
    - say: All right, it stays as it is.
    - end`,
    keys: {
      confirm: { about: 'The question.' },
      yes: { about: 'Steps for yes, before it goes on below.' },
      no: { about: 'Steps for no. It then goes on below; end them with `end` where it shall not.' },
    },
  },
  choose: {
    about: 'One of several things, each with steps of its own.',
    example: `- choose:
    text: What would you like?
    save: wants
    options:
      - { value: replacement, title: A replacement }
      - title: My money back
        steps:
          - say: That takes three days.`,
    keys: {
      choose: { about: 'The question and what can be chosen.' },
      'choose.text': { about: 'The question.' },
      'choose.save': { about: 'The name under which the choice is kept; `choice` when left out.' },
      'choose.from': {
        about: 'An expression that gives a list of further options: texts, or maps with `value` and `title`.',
      },
      'choose.options': { about: 'What can be chosen: at least two, unless there is `from`.' },
      'choose.options.value': { about: 'The value that is kept; the title when left out.' },
      'choose.options.title': { about: 'What the customer sees.' },
      'choose.options.steps': { about: 'Steps for this choice, before it goes on below.' },
    },
  },
  if: {
    about: 'Goes one way or the other.',
    example: `- if: refund.allowed && refund.amount > 0
  then:
    - say: You get {refund.amount, number, ::currency/EUR} back.
  else:
    - say: This order can no longer be refunded.`,
    keys: {
      if: { about: 'An expression that is true or false.' },
      // biome-ignore lint/suspicious/noThenProperty: the word of the dialog language
      then: { about: 'Steps for when it is true.' },
      else: { about: 'Steps for when it is not.' },
    },
  },
  set: {
    about: 'Gives values to names, which expressions and texts can use from then on.',
    example: `- set: { tries: tries + 1, channel: '"email"' }`,
    keys: {
      set: { about: 'Names with their values. Each value is an expression; a text stands in quotes within quotes.' },
    },
  },
  call: {
    about: 'Goes through another dialog and comes back.',
    example: `- call: open-claim
  with: { kind: '"damaged"', description: what }
  save: claim`,
    keys: {
      call: { about: 'The dialog.', names: 'dialogs' },
      with: { about: 'Values for its slots and names. Each value is an expression.' },
      save: { about: 'The name under which what it `returns` is kept.' },
      failed: { about: 'Steps for when it could not do what it is for. When left out, this dialog fails too.' },
    },
  },
  goto: {
    about: 'Goes on at another step of this dialog.',
    example: `- id: ask-again
  confirm: Is that right?
  no:
    - goto: ask-again`,
    keys: { goto: { about: 'The id of the step.', names: 'steps' } },
  },
  do: {
    about: 'Calls an action: HTTP from actions.yaml, or TypeScript from actions/.',
    example: `- do: orders.refundable
  with: { number: order_number }
  save: refund
  failed:
    - say: I can't reach the order system just now.
    - handoff: { team: billing, reason: system-down }`,
    keys: {
      do: { about: 'The action.', names: 'actions' },
      with: { about: 'What the action is given. Each value is an expression.' },
      save: { about: 'The name under which its result is kept.' },
      failed: {
        about: 'Steps for when it failed for good. When left out, the customer is told, and a person looked for.',
      },
    },
  },
  handoff: {
    about: 'Hands the conversation to a person. The dialog ends there, unless it was only offered.',
    example: `- handoff: billing
- handoff: { team: billing, reason: refund-refused, offer: true }
- handoff`,
    keys: {
      handoff: { about: 'The team, or team, reason and offer; nothing: any person.', names: 'teams' },
      'handoff.team': { about: 'Who shall take over; anybody when left out.', names: 'teams' },
      'handoff.reason': { about: 'Why, for reports and for the person; the name of the dialog when left out.' },
      'handoff.offer': {
        about: '`true`: asks first, and goes on with the next step when the customer would rather not.',
      },
    },
  },
  refuse: {
    about: 'States that something in scope is refused, by a rule of yours. It says nothing: follow it by `say`.',
    example: '- refuse: { reason: too-late-to-cancel, owner: logistics }',
    keys: {
      refuse: { about: 'What is refused, and by whose rule.' },
      'refuse.reason': { about: 'Why, for reports.' },
      'refuse.owner': { about: 'Who could change the rule.', names: 'owners' },
    },
  },
  promise: {
    about: 'States that the customer may expect something by a time. It says nothing: tell them with `say`.',
    example: '- promise: { what: money back, within: 3d }',
    keys: {
      promise: { about: 'What is promised, and by when.' },
      'promise.what': { about: 'What the customer may expect.' },
      'promise.within': { about: 'How long it may take, such as `3d`.' },
      'promise.verify': {
        about: 'How it is known then that it was kept; by the verification of the goal when left out.',
      },
      'promise.verify.by': { about: 'An action that answers true once it was kept.', names: 'actions' },
      'promise.verify.with': { about: 'What the action is given. Each value is an expression.' },
    },
  },
  goal: {
    about: 'States that the goal of the dialog is reached, or can no longer be.',
    example: '- goal: reached',
    keys: { goal: { about: '`reached` or `failed`.' } },
  },
  wait: {
    about: 'Goes on after a time. Meanwhile the customer may talk of anything else.',
    example: '- wait: 24h',
    keys: { wait: { about: 'How long, such as `24h`.' } },
  },
  remind: {
    about: 'Says something after a time, whatever has become of the dialog, which goes on at once.',
    example: '- remind: { after: 2d, say: Please send the parcel back by Friday. }',
    keys: {
      remind: { about: 'When, and what.' },
      'remind.after': { about: 'After how long, such as `2d`.' },
      'remind.say': { about: 'The text, with the values of now.' },
    },
  },
  redirect: {
    about: 'Sends the customer to another channel.',
    example: '- redirect: { to: phone, say: Please call us for this., url: "tel:+493055500100" }',
    keys: {
      redirect: { about: 'The channel, or channel, text and address.' },
      'redirect.to': { about: 'The channel, for reports.' },
      'redirect.say': { about: 'What is said.' },
      'redirect.url': { about: 'An address that leads there.' },
    },
  },
  survey: {
    about: 'Asks one item of a survey, once. By its name alone it is asked as the dialog `on.survey` puts it.',
    example: `- survey: csat
- survey:
    item: ces
    text: How easy was that?
    scale: [Very easy, Easy, Hard]
- survey`,
    keys: {
      survey: { about: 'The item, or item, text and scale; the bare word asks for satisfaction.' },
      'survey.item': { about: 'The item, for reports.' },
      'survey.text': { about: 'The question.' },
      'survey.scale': { about: 'What can be answered: texts, or values with titles.' },
      'survey.scale.value': { about: 'The value that is kept.' },
      'survey.scale.title': { about: 'What the customer sees; the value when left out.' },
    },
  },
  resolution: {
    about: 'States what the customer says of their issue.',
    example: '- resolution: yes',
    keys: { resolution: { about: '`yes`, `partly`, `no`, or an expression that gives one of them.' } },
  },
  consent: {
    about: 'States whether the business may speak first, as the customer has said.',
    example: '- consent: given',
    keys: { consent: { about: '`given` or `withdrawn`.' } },
  },
  end: {
    about: 'Ends the dialog here.',
    example: '- end',
    keys: { end: { about: 'Written as a bare word: `- end`.' } },
  },
};
