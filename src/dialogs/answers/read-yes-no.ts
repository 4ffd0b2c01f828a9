/**
 * Reads yes or no in an answer to a question that wants one of them.
 */

/** @returns `undefined` when the text says neither, both, or that the customer does not know */
export function readYesNo(text: string): boolean | undefined {
  const sign = /^\s*(?:(👍|✅|☑|✔)|(👎|❌|✖))/u.exec(text);
  if (sign) return sign[1] !== undefined;
  const words = wordsOf(text);
  if (unsure.test(words)) return undefined;
  const answer = polarity(words.replace(fillers, '')) ?? polarity(words);
  if (!answer) return undefined;
  const rest = words.slice(words.indexOf(answer.said) + answer.said.length);
  return contradicts(rest, answer.value) ? undefined : answer.value;
}

const yes =
  /^(?:y|ye+s+|yep|yeah+|yea|yup+|ya|yess*ir|aye|sure( thing)?|ok|okay|okey|k|kk|correct|right|exactly|absolutely|definitely|certainly|indeed|affirmative|agreed|true|confirm(ed)?|perfect|great|good|fine|alright|all right|of course|please( do)?|do (it|that|so)|go (ahead|for it|on)|sounds (good|great|fine|right)|looks (good|great|fine|right)|(that|it|this) ?(is|s) (right|correct|fine|good|ok|okay|it|true|the one|me)|thats (right|correct|fine|good|ok|okay|it|true)|its (right|correct|fine|good|ok|okay|true)|i (do|am|did|have|agree|would( like( that| to)?)?|think so)|id (like|love) (that|to)|it (is|does|did|has|was)|they (are|do|did)|why not|by all means|no (problem|worries|objections?)|not a problem|you bet|works for me|lets do (it|that)|proceed|continue|accept(ed)?|approved?)\b/;

const no =
  /^(?:no+|n|nope|nah+|na|nay|nein|never( mind)?|not (really|now|yet|today|at all|quite|exactly|this time|that one|correct|right|me|it|necessary|needed|interested)|no way|negative|(please )?(dont|do not)|wrong|incorrect|false|(that|it|this) ?(is|s) (not|wrong|incorrect|false)|(thats|its) (not|wrong|incorrect|false)|(it|that|this) (isnt|is not|doesnt|does not|didnt|did not|wasnt|was not|hasnt|has not)|(isnt|arent|wasnt|werent)|i (dont|do not|didnt|did not|havent|have not|wouldnt|would not|cant|cannot|wont|will not|disagree)|im not|i am not|(i )?(would|d|id) rather not|rather not|of course not|(absolutely|definitely|certainly|probably) not|cancel|stop|decline[d]?|reject(ed)?|neither|none)\b/;

const unsure =
  /\b(?:yes or no|not (so |quite |really |too )?sure|(dont|do not) (really )?know|no (idea|clue)|maybe|perhaps|it depends|depends|either|whatever|not certain|unsure|possibly|cant (remember|say|tell))\b|^(?:what|which|who|when|where|how|why(?! not)|can|could|is|are|does|do you|should)\b/;

const fillers =
  /^(?:(?:oh|ah|um+|uh+|hm+|well|so|and|but|ok|okay|right|alright|actually|sorry|thanks|thank you|hi|hello)\s+)+(?=\S)/;

type Said = { readonly value: boolean; readonly said: string };

function polarity(words: string): Said | undefined {
  const accepted = yes.exec(words)?.[0];
  const refused = no.exec(words)?.[0];
  const isYes = (accepted?.length ?? 0) > (refused?.length ?? 0);
  const said = isYes ? accepted : refused;
  return said === undefined ? undefined : { value: isYes, said };
}

/** "ok no thanks" is a no by its end; "yes no" is neither. */
function contradicts(rest: string, value: boolean): boolean {
  const other = polarity(
    rest
      .trim()
      .replace(fillers, '')
      .replace(/^(?:i mean|i meant|wait)\s+/, ''),
  );
  return other !== undefined && other.value !== value && !weak.test(other.said);
}

const weak = /^(please|good|great|fine|right|it (is|does|did|has|was)|they (are|do|did)|continue)$/;

function wordsOf(text: string): string {
  return text
    .slice(0, 400)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
