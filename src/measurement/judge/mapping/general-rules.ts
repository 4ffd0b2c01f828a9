import type { SourceFile } from '../../../files/source-file.ts';

/**
 * What is looked for in formats whose layout is known, where no mapping says otherwise: names that Rasa, the Bot Framework and Chatwoot give to what
 * happens, and a few English phrases.
 */
export const generalRules: SourceFile = {
  path: 'general.yaml',
  text: String.raw`judge: 1
rules:
  - { when: { who: [bot, system], act: '/(^|_)(fallback|default_fallback|utter_default|out_of_scope_fallback)$/' }, event: no_match }
  - { when: { who: bot, text: "/\\b(don't|do not|didn't|did not|can't|cannot|couldn't) (quite )?(understand|get that|catch that)\\b/i" }, event: no_match }
  - { when: { who: bot, text: "/\\b(something went wrong|an error (has )?occurred|not available right now|having (technical )?(trouble|problems))\\b/i" }, event: bot_failure }
  - { when: { who: customer, act: '/^(restart|start_over)$/' }, event: restart }
  - { when: { who: system, act: [restart, action_restart] }, event: restart }
  - { when: { who: customer, text: "/\\b(human|real person|agent|representative|operator)\\b/i" }, event: human_request }
  - { when: { who: [bot, system], act: '/(^|_|\.)(handoff|hand_over|handover|human_handoff)(_|\.|$)/' }, event: handoff }
  - { when: { who: customer, text: "/^(no,? (i (said|meant|want)|that's not|that is not)|i (said|meant) |not what i )/i" }, event: correction }
  - { when: { who: customer, text: "/\\b(that (solved|fixed|worked)|problem solved|it works now)\\b/i" }, event: said_solved }
  - { when: { who: customer, text: "/\\b((still|does|did) ?n[o']t (work|help|solve)|not solved|useless|not helpful|didn't help)/i" }, event: said_not_solved }
  - { when: { who: customer, text: "/\\b(never ?mind|forget it)\\b/i" }, event: goal_failed }
  - { when: { who: system, text: '/\bmarked (as )?resolved\b/i' }, event: goal_reached }
derive: { reprompt: text, rephrase: text, thanks: true }
`,
};
