/** Words of thanks in the languages of the product; whoever thanks for trying was not helped. */
const thanks =
  /\b(?:thanks?|thank you|thx|danke|vielen dank|gracias|merci|grazie|bedankt|dank je|dank u|obrigad[oa])(?![\p{L}])/iu;
const forNothing =
  /\b(?:anyway|anyhow|for trying|for nothing|no thanks?|no thank you|trotzdem|nein danke|no gracias|de todos modos|non merci|quand meme|quand même)\b/iu;

/** Whether a customer thanks, and not only out of courtesy. A weak sign that they were helped. */
export function isThanks(text: string): boolean {
  return thanks.test(text) && !forNothing.test(text);
}
