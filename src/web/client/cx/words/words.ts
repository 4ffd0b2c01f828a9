/** How the report's keys are called to people. */

const outcomes: Readonly<Record<string, string>> = {
  resolved_verified: 'Solved, verified',
  resolved_confirmed: 'Solved, confirmed by the customer',
  resolved_assumed: 'Solved, assumed',
  escalated_resolved: 'Solved by a person',
  escalated_unresolved: 'Passed on, not solved',
  unresolved: 'Not solved',
  abandoned: 'Left before the end',
  declined: 'Declined with a reason',
  out_of_scope: 'Not our topic',
  open: 'Still open',
  unengaged: 'Never wrote',
  spam_test: 'Spam or test',
};

const signals: Readonly<Record<string, string>> = {
  bot_failure: 'The bot failed',
  no_match: 'Not understood',
  reprompt: 'Asked again',
  correction: 'Customer corrected',
  rephrase: 'Said again in other words',
  unclear: 'Unclear question',
  backtrack: 'Went back',
  restart: 'Started over',
  loop: 'Went in circles',
  human_request: 'Asked for a person',
  human_request_again: 'Asked for a person again',
  escalation: 'Passed to a person',
  transfer: 'Transferred',
  told_again: 'Told twice',
  channel_switch: 'Sent elsewhere',
  repeat_contact: 'Came back with the same issue',
  sitting: 'Had to come back',
  wait: 'Waited',
  auth: 'Proved who they are',
  words: 'Wrote a lot',
  turns: 'More turns than needed',
  no_human: 'No person there',
};

const dimensionNames: Readonly<Record<string, string>> = {
  touchpoint: 'Touchpoint',
  channel: 'Channel',
  entry: 'Entry point',
  dialog: 'Dialog',
  intent: 'Intent',
  stage: 'Journey stage',
  language: 'Language',
  version: 'Version',
  arm: 'Experiment arm',
  team: 'Team',
  owner: 'Owner',
};

export function dimensionName(dimension: string): string {
  return dimensionNames[dimension] ?? spaced(dimension);
}

/** A value of a dimension. Hashes of versions are cut, and what has no such property says so. */
export function valueName(dimension: string, value: string): string {
  if (value === 'none') return `no ${dimensionName(dimension).toLowerCase()}`;
  return dimension === 'version' ? value.slice(0, 10) : value;
}

/** Best first; what nobody has named comes last. */
export function outcomeOrder(state: string): number {
  const at = Object.keys(outcomes).indexOf(state);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** A key nobody has named is shown as words. */
export function outcomeName(state: string): string {
  return outcomes[state] ?? spaced(state);
}

export function signalName(signal: string): string {
  return signals[signal] ?? spaced(signal);
}

export function intentName(intent: string): string {
  return intent ? spaced(intent) : 'No intent yet';
}

function spaced(key: string): string {
  const text = key.replaceAll(/[._-]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
