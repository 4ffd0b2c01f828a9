/**
 * The dialogs every bot has: greeting, repair, and the way to a person. A bot replaces one by having a dialog of its name. They are written in the
 * language bots are written in, and may use no more than bots may.
 */
import type { SourceFile } from '../../files/source-file.ts';

/** Intents that start a system dialog, as far as the bot declares them and uses them for nothing else. */
export const systemIntents: Readonly<Record<string, readonly string[]>> = {
  'on.human': ['human.request', 'on.human', 'human'],
  'on.machine': ['machine.ask', 'on.machine', 'machine'],
  'on.cancel': ['flow.cancel', 'on.cancel', 'cancel'],
  'on.help': ['flow.help', 'on.help', 'help'],
  'on.repeat': ['flow.repeat', 'on.repeat', 'repeat'],
  'on.goodbye': ['flow.goodbye', 'on.goodbye', 'goodbye'],
};

export const systemDialogs: SourceFile = {
  path: 'touchpoint/system.yaml',
  text: `dialog: on.start
about: say hello
steps:
  - say: "Hello! I'm an automated assistant, not a person. Tell me in your own words what you need; you can ask for a person at any time."
---
dialog: on.no_match
about: find out what was meant
steps:
  - if: misses <= 1
    then:
      - say:
          - I'm not sure I understood that. Could you put it in other words?
          - Sorry, I didn't quite get that. Could you say it another way?
          - I didn't catch what you need. Could you tell me in a few words?
      - end
  - if: misses == 2 && size(topics) > 0
    then:
      - say:
          text: "I still can't tell what you need, and I'm sorry about that. I can help you, for example, to {topics}. Or would you like a person?"
          buttons: [Talk to a person]
      - end
  - if: misses == 2
    then:
      - say:
          text: I still can't tell what you need, and I'm sorry about that. A short sentence with one question works best. Or would you like a person?
          buttons: [Talk to a person]
      - end
  - say: I don't want to keep you guessing, so let me look for a person who can help.
  - handoff: { reason: not-understood }
---
dialog: on.human
about: talk to a person
steps:
  - say: Of course. Let me see who can take over.
  - handoff: { reason: asked-for }
---
dialog: on.offer
about: offer a person
steps:
  - say: Would you like to talk to a person about this?
---
dialog: on.unavailable
about: say that nobody can take over
steps:
  - say: "I'm sorry, nobody is free to take over right now. What you told me stays here, so you won't have to repeat it. You can go on with me, or come back later and ask again."
---
dialog: on.closed
about: say that nobody is at work
steps:
  - say: "Our team is not at work at the moment. What you told me stays here, so you won't have to repeat it. You can go on with me, or come back during opening hours."
---
dialog: on.error
about: say that something went wrong
steps:
  - if: reason == "loop"
    then: { say: "I'm sorry, I was going in circles and stopped. That is a mistake on our side, not yours." }
    else:
      if: reason == "action_failed"
      then: { say: "I'm sorry, one of our systems didn't answer, so I couldn't finish this. That is our fault, not yours." }
      else: { say: "I'm sorry, something went wrong on our side, and I couldn't finish this. That is our fault, not yours." }
  - say: Let me look for a person who can help.
  - handoff: { reason: error }
---
dialog: on.cancel
about: stop what is going on
steps:
  - say: All right, I've stopped that. What else can I do for you?
---
dialog: on.help
about: find out what I can do
steps:
  - if: size(topics) > 0
    then:
      - say:
          text: "I can help you, for example, to {topics}. Tell me what you need in your own words, say “cancel” to stop, or ask for a person at any time."
          buttons: [Talk to a person]
    else:
      - say:
          text: Tell me what you need in your own words. Say “cancel” to stop, or ask for a person at any time.
          buttons: [Talk to a person]
---
dialog: on.repeat
about: hear it again
steps:
  - say: Of course, here it is again.
---
dialog: on.slow
about: say that it takes a moment
steps:
  - say:
      - This is taking a little longer. I'm still on it.
      - One moment, please. I'm still working on it.
---
dialog: on.machine
about: know whether this is a person
steps:
  - say: I'm an automated assistant, a machine and not a person. If you'd rather talk to a person, just say so.
---
dialog: on.goodbye
about: say goodbye
steps:
  - say: Thank you for getting in touch. Goodbye!
---
dialog: on.resume
about: go back to what was interrupted
steps:
  - if: about != null
    then: { say: "Now back to where we were: {about}." }
    else: { say: Now back to where we were. }
`,
};
