/// <reference path="./styles.d.ts" />
/** The widget's style sheet. */
import cards from './cards.css';
import composer from './composer.css';
import frame from './frame.css';
import launcher from './launcher.css';
import messages from './messages.css';
import stillness from './stillness.css';
import tokens from './tokens.css';

export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(`@layer widget{${tokens + launcher + frame + messages + composer + cards}}${stillness}`);
  return made;
}
