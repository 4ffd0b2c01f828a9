/**
 * The registry of every error this product can name: what it means and how it is mended. The page docs/errors.md is generated from it, and a test
 * raises each code. A code is never renamed; a code nobody raises is deleted.
 */
export const codes = {
  // Files of the bot
  YAML_SYNTAX: 'The file is not valid YAML.',
  YAML_TRAP: 'The YAML is valid but does not mean what it seems to mean.',
  SCHEMA_INVALID: 'A value has the wrong form, or a key is unknown or missing.',
  DIALOG_DUPLICATE: 'Two dialogs have the same name.',
  DIALOG_UNKNOWN: 'A dialog is named that does not exist.',
  DIALOG_UNKNOWN_STEP: 'A step is named that does not exist in this dialog.',
  DIALOG_UNKNOWN_SLOT: 'A slot is named that this dialog does not declare.',
  DIALOG_UNKNOWN_INTENT: 'An intent is named that no intents file declares.',
  DIALOG_UNKNOWN_ENTITY: 'A slot has a type that is neither built in nor declared as an entity.',
  DIALOG_UNKNOWN_ACTION: 'An action is named that neither actions.yaml nor the actions folder declares.',
  DIALOG_STEP_DUPLICATE: 'Two steps of one dialog have the same id.',
  DIALOG_GOAL_MISSING: 'A step says that a goal is reached or failed, but the dialog declares none.',
  DIALOG_GOAL_UNREACHED: 'A dialog declares a goal that no step ever reaches.',
  DIALOG_INTENT_TAKEN: 'Two dialogs start with the same intent.',
  DIALOG_LOOP: 'Steps lead back to each other for ever, with no way out.',
  DIALOG_SHARED_SLOT: 'Two dialogs share a slot of one name, but declare it with different types.',
  DIALOG_UNREACHABLE: 'A step can never be reached.',
  INTENT_WITHOUT_DIALOG: 'An intent leads nowhere: no dialog starts with it and it has no answer.',
  INTENT_DUPLICATE: 'An intent is declared twice for one locale.',
  INTENT_PHRASE_TWICE: 'The same training phrase stands in two intents, or twice in one.',
  INTENT_FEW_PHRASES: 'An intent has too few phrases to be learned.',
  INTENT_PHRASE_WORDLESS: 'A training phrase holds no word to learn from.',
  INTENT_FILE_NAME: 'The name of an intents file does not say its language.',
  ENTITY_DUPLICATE: 'An entity is declared twice for one locale, or has the name of a built-in one.',
  ENTITY_UNKNOWN: 'A training phrase marks an entity that is neither built in nor declared.',
  ENTITY_VALUE_TWICE: 'The same word stands for two values of a list.',
  ENTITY_PATTERN: 'A pattern of an entity is not a valid or not a safe regular expression.',
  TEXT_QUOTE: 'An apostrophe before a brace keeps the brace from being replaced by a value.',
  TEXT_SYNTAX: 'A text is not valid ICU MessageFormat.',
  EXPRESSION_SYNTAX: 'An expression is not valid CEL, or its types do not fit.',
  EXPRESSION_UNKNOWN_NAME: 'An expression or text uses a value nobody sets.',
  ACTION_INPUT: 'An action or a dialog is given what it does not take, or not what it needs.',
  DIALOG_NOTICE_TAKEN: 'Two dialogs begin with the same notice.',
  ACTION_INVALID: 'An action file does not export what an action must export.',
  TEST_UNKNOWN_NAME: 'A conversation test names something that the bot does not have.',
  TEST_DUPLICATE: 'Two conversation tests have the same name.',
  TEST_FILE_NAME: 'A file among the conversation tests is not read because of its name.',
  // Configuration and command
  CONFIG_INVALID: 'touchpoint.yaml or a TOUCHPOINT_ variable has a wrong or unknown value.',
  USAGE: 'The command was called with wrong or missing arguments.',
  BOT_NOT_FOUND: 'The folder holds no bot.',
  BOT_INVALID: 'The bot has errors in its files and cannot be started.',
  PORT_IN_USE: 'The port is taken by another program.',
  NOT_LOOPBACK: 'This is only allowed on a loopback address.',
  SECRET_MISSING: 'A secret is needed for this address and none is set.',
  SERVICE_FAILED: 'A service of the bot did not start.',
  // Storage
  STORE_FULL: 'The database could not be written because the disk is full.',
  STORE_READ_ONLY: 'The database could not be written because it is read-only.',
  STORE_FAILED: 'The database refused an operation.',
  STORE_NEWER: 'The database was written by a newer version.',
  // Requests
  BAD_REQUEST: 'The request is malformed.',
  TOO_LARGE: 'The message is larger than this channel takes.',
  UNAUTHORISED: 'The request carries no valid credentials.',
  FORBIDDEN: 'The credentials do not allow this.',
  // Events
  EVENT_INVALID: 'A stored or imported event does not have the form of its type and version.',
} as const;

export type ErrorCode = keyof typeof codes;
