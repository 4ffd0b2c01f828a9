/**
 * The dialogs every bot has: greeting, repair, and the way to a person. A bot replaces one by having a dialog of its name. They are written in the
 * language bots are written in, and may use no more than bots may.
 */
import type { SourceFile } from '../../files/source-file.ts';
import { surveyDialog } from './survey-dialog.ts';

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
dialog: on.confirm
about: the buttons under a question for yes or no
steps:
  - say:
      text: Please answer yes or no.
      buttons:
        - { value: "yes", title: "Yes" }
        - { value: "no", title: "No" }
---
dialog: on.clarify
about: find out which of a few things was meant
steps:
  - choose:
      text: I'm not sure I got that right. Did you mean one of these?
      save: begin
      from: candidates
      options:
        - { value: something-else, title: Something else }
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
dialog: on.correction
about: take back what was said before
steps:
  - if: late
    then:
      - say: "That is done already with what you told me first, and I can't change it from here. A person can."
      - handoff: { reason: correction-too-late, offer: true }
    else:
      - say:
          - "All right, {value}."
          - "Thank you, {value} then."
---
dialog: on.interruption
about: leave something for something else
steps:
  - if: about != null
    then: { say: "Of course, that first. We come back to what we were doing afterwards: {about}." }
    else: { say: "Of course, that first." }
---
dialog: on.resume
about: go back to what was interrupted
steps:
  - if: about != null
    then: { say: "Now back to where we were: {about}." }
    else: { say: Now back to where we were. }
---
dialog: on.next
about: go on to something else that was wanted
steps:
  - if: about != null
    then: { say: "And now to what else you wanted: {about}." }
    else: { say: And now to what else you wanted. }
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
dialog: on.rescue
about: find another way
steps:
  - say: I'm sorry, this is harder than it should be.
  - handoff: { reason: rescue, offer: true }
---
dialog: on.unavailable
about: say that nobody can take over
steps:
  - say: "I'm sorry, nobody is free to take over right now. What you told me stays here, so you won't have to repeat it. You can go on with me, or come back later and ask again."
---
dialog: on.closed
about: say that nobody is at work
steps:
  - if: opens != null
    then:
      say: "Our team is not at work at the moment; somebody is there again on {opens, date, ::EEEEdMMMM} from {opens, time, short}. What you told me stays here, so you won't have to repeat it. You can go on with me, or come back then."
    else:
      say: "Our team is not at work at the moment. What you told me stays here, so you won't have to repeat it. You can go on with me, or come back during opening hours."
---
dialog: on.queued
about: wait for a person
steps:
  - if: minutes != null
    then: { say: "You are number {position} in line, and it takes {minutes, plural, one {about a minute} other {up to # minutes}} until one of us takes over here. What you told me goes along, so you won't have to repeat it. You can write on in the meantime, or say “cancel” to go on with me." }
    else:
      if: position == null
      then: { say: "I'm passing this on to our team: the first of them who is free takes over here. What you told me goes along, so you won't have to repeat it. You can write on in the meantime, or say “cancel” to go on with me." }
      else:
        if: position == 1
        then: { say: "You are next: the first of us who is free takes over here. What you told me goes along, so you won't have to repeat it. You can write on in the meantime, or say “cancel” to go on with me." }
        else: { say: "You are number {position} in line: then one of us takes over here. What you told me goes along, so you won't have to repeat it. You can write on in the meantime, or say “cancel” to go on with me." }
---
dialog: on.accepted
about: meet the person who takes over
steps:
  - say: "{name} is here now and reads what you told me."
---
dialog: on.transferred
about: be led on to somebody else
steps:
  - say: "Somebody else can help you better with this and takes over here in a moment. They read what was said, so you won't have to repeat it."
---
dialog: on.agent_lost
about: hear that the connection to a person broke off
steps:
  - say: "I'm sorry, the connection to the person who was helping you broke off. You are back at your old place in line; nothing you said is lost."
---
dialog: on.returned
about: go on with the bot after a person
steps:
  - if: solved == "yes"
    then: { say: "I'm the automated assistant again. I hear that this is settled. Is there anything else I can do for you?" }
    else: { say: "I'm the automated assistant again, and I know what you talked about. What else can I do for you?" }
---
dialog: on.left
about: not wait for a person any longer
steps:
  - say: "All right, you are not waiting for a person any more. You can ask for one again at any time. What can I do for you?"
---
dialog: on.error
about: say that something went wrong
steps:
  - if: reason == "loop"
    then: { say: "I'm sorry, I was going in circles and stopped. That is a mistake on our side, not yours." }
    else:
      if: reason == "action_unknown"
      then: { say: "I'm sorry, one of our systems stopped answering in the middle, and I can't tell whether this was done. I won't try it a second time by myself." }
      else:
        if: reason == "action_failed"
        then: { say: "I'm sorry, one of our systems didn't answer, so I couldn't finish this. That is our fault, not yours." }
        else: { say: "I'm sorry, something went wrong on our side, and I couldn't finish this. That is our fault, not yours." }
  - if: reason == "action_failed" && failed != null
    then:
      choose:
        text: I keep what you told me. You can try again, or talk to a person.
        options:
          - { title: Try again, steps: [{ set: { begin: failed } }, end] }
          - { title: Talk to a person }
  - say: Let me look for a person who can help.
  - handoff: { reason: error }
---
dialog: on.cancel
about: stop what is going on
steps:
  - if: about == null
    then: { say: "There is nothing going on that I could stop. What can I do for you?" }
    else:
      if: remaining == null
      then: { say: "All right, I've stopped that. What else can I do for you?" }
      else: { say: "All right, I've stopped that. Now back to where we were." }
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
dialog: on.language
about: speak another language
steps:
  - if: language != null
    then: { say: "Of course, let's go on in {language}." }
    else:
      - say: "I'm sorry, I don't speak that language. These I do: {languages}."
---
dialog: on.file
about: send a file
steps:
  - say: "Thank you, I've kept {files, plural, one {your file} other {your # files}} with this conversation, for the person who may look at it. I can't see what is in it myself, so please tell me in words."
---
dialog: on.repeat
about: hear it again
steps:
  - say: Of course, here it is again.
---
dialog: on.silence
about: be reminded of an open question
start: { silence: 10m }
steps:
  - say: "Whenever you are ready: I've kept everything you told me."
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
${surveyDialog}`,
};
