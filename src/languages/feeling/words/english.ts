/**
 * English: the words on whose sign VADER (Hutto & Gilbert, ICWSM 2014; MIT) and AFINN (F. Å. Nielsen; Apache-2.0) agree, with VADER's valences; negators
 * and boosters after VADER's rules. What service talk says without feeling is taken out; what it says with feeling and both lists lack is added.
 */
import valences from './english-valence.json' with { type: 'json' };
import { byWord, type FeelingWords, wordSet } from './feeling-words.ts';

const service = {
  '-3': 'unacceptable useless pathetic ridiculous disgraceful scam rubbish appalling',
  '-2': 'unhelpful clueless incompetent fuming ripped rude infuriating shambles joke',
  '-1.5': 'fed unreliable slow nonsense damaged mess waiting sick wtf ffs',
  '1': 'relieved resolved sorted',
  '2': 'helpful brilliant lovely cheers',
};

/** Said of every order, ticket and card, and of no feeling. */
const neutral = `please help helping want wants wanted like likes yes ok okay hello hi credit free cancel cancelled cancelling canceling problem problems
  help! share matter number number! interest special reach reached active agree apply fine top no stop stopped fire block blocked charges charge charged
  lost alone missing pay demand error errors warning return dispute drop debt fees trust care support supports natural vision safe secure debit gift gifts`;

export const english: FeelingWords = {
  words: new Map([...byWord(valences, service)].filter(([word]) => !wordSet(neutral).has(word))),
  negated: byWord({
    '-1.9':
      'work works working worked help helps helping helped helpful fix fixed solve solved resolve resolved care cares arrive arrived',
  }),
  negators:
    wordSet(`not no never none nobody nothing nowhere neither nor cannot can't cant don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't
    wasnt weren't werent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt hasn't hasnt haven't havent hadn't hadnt ain't aint without hardly
    barely rarely seldom nope`),
  negatesBefore: false,
  boosters:
    wordSet(`absolutely amazingly awfully completely considerably deeply enormously entirely especially exceptionally extremely fucking greatly highly
    hugely incredibly intensely majorly more most particularly purely quite really remarkably so substantially thoroughly too totally tremendously unbelievably
    utterly very such bloody`),
  dampeners: wordSet('almost barely kinda less little marginally occasionally partly scarcely slightly somewhat sorta'),
  turns: wordSet('but however though yet'),
};
