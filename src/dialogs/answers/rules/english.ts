import type { AnswerRules } from './answer-rules.ts';
import { beginning, holding, leading, whole } from './phrases.ts';

export const english: AnswerRules = {
  yes: beginning(`
    y, ye+s+, yep, yeah+, yea, yup+, ya, yess*ir, aye, sure( thing)?, ok, okay, okey, k, kk, correct, right, exactly, absolutely, definitely, certainly
    indeed, affirmative, agreed, true, confirm(ed)?, perfect, great, good, fine, alright, all right, of course, please( do)?, do (it|that|so)
    go (ahead|for it|on), sounds (good|great|fine|right), looks (good|great|fine|right), (that|it|this) works
    (that|it|this) ?(is|s) (right|correct|fine|good|ok|okay|it|true|the one|me), (thats|its) (right|correct|fine|good|ok|okay|it|true), i (do|am|did|have|agree)
    i would( like( that| to)?)?, i think so, id (like|love) (that|to), it (is|does|did|has|was), they (are|do|did), why not, by all means
    no (problem|worries|objections?), not a problem, you bet, works for me, lets do (it|that), proceed, continue, accept(ed)?, approved?`),
  no: beginning(`
    no+, n, nope, nah+, na, nay, nein, never( mind)?, no way, negative, (please )?(dont|do not), wrong, incorrect, false
    not (really|now|yet|today|at all|quite|exactly|this time|that one|correct|right|me|it|necessary|needed|interested)
    (that|it|this) ?(is|s) (not|wrong|incorrect|false), (thats|its) (not|wrong|incorrect|false)
    (it|that|this) (isnt|is not|doesnt|does not|didnt|did not|wasnt|was not|hasnt|has not), isnt, arent, wasnt, werent
    i (dont|do not|didnt|did not|havent|have not|wouldnt|would not|cant|cannot|wont|will not|disagree), im not, i am not
    (i )?(would|d|id) rather not, rather not, of course not, (absolutely|definitely|certainly|probably) not, cancel, stop, declined?, reject(ed)?
    neither, none`),
  unsure: holding(
    `yes or no, not (so |quite |really |too )?sure, (dont|do not) (really )?know, no (idea|clue), maybe, perhaps, it depends, depends, either, whatever
    not certain, unsure, possibly, cant (remember|say|tell)`,
    'what, which, who, when, where, how, why(?! not), can, could, is, are, does, do you, should',
  ),
  fillers: leading(
    'oh, ah, um+, uh+, hm+, well, so, and, but, ok, okay, right, alright, actually, sorry, thanks, thank you, hi, hello',
  ),
  weak: whole(
    'please, good, great, fine, right, it (is|does|did|has|was), (that|it|this) ?(is|s) (fine|good|ok|okay|it), (thats|its) (fine|good|ok|okay|it), they (are|do|did), continue, no (problem|worries)',
  ),
  restarts: leading('i mean, i meant, wait'),
  introductions:
    /^(?:(?:hi|hello|hey|sure|yes|ok|okay)[,.!]?\s+)?(?:my (?:full )?name(?: is|'s|s)?|i am|i'm|im|this is|it is|it's|its|call me|name)\b[:,]?\s*/i,
  last: whole('last'),
  around: whole(
    'the, one, ones, option, number, no, nr, choice, answer, please, i, id, ill, want, take, like, would, prefer, choose, thanks, its, it, is, my, a, an, with, go, for',
  ),
};
