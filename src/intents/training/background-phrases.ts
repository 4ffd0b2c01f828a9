/**
 * Things people say to a machine that hardly any business has an intent for. Learned as out of scope, they teach a small model how messages look
 * that it should leave alone: with 30 intents of 10 phrases, half of what would be taken wrongly is rejected at the same price.
 */
const english: readonly string[] = [
  'what is the capital of france',
  'tell me something about black holes',
  'how tall is mount everest',
  'who won the world cup in 1998',
  'write a poem about autumn',
  'what should i cook for dinner tonight',
  'play some jazz music',
  'translate good morning into japanese',
  'what is seventeen times twelve',
  'who painted the mona lisa',
  'is it going to rain tomorrow',
  'set an alarm for six in the morning',
  'my dog keeps barking at night',
  'recommend a good science fiction movie',
  'how do i train for a marathon',
  'why is the sky blue',
  'book a table for two at an italian restaurant',
  'how many planets are there in the solar system',
  'i have a headache and a sore throat',
  'what time does the train to berlin leave',
  'solve this equation for x',
  'which political party should i vote for',
  'tell me a story about a dragon',
  'how do i fix a flat bicycle tyre',
  'when did the roman empire fall',
  'what is the population of brazil',
  'turn off the lights in the kitchen',
  'can you write python code for me',
  'explain quantum physics in simple words',
  'what does the word serendipity mean',
  'i am learning to play the guitar',
  'who is the president of the united states',
  'how long should i boil an egg',
  'find me a cheap flight to rome',
  'what is the best way to lose weight',
  'my neighbour is very loud',
  'remind me to water the plants',
  'how do airplanes stay in the air',
  'what is bitcoin worth today',
  'do fish sleep',
  'help me with my history homework',
  'which football team plays tonight',
  'how far is the moon',
  'my car does not start in the cold',
  'what are the symptoms of flu',
  'how do you grow tomatoes on a balcony',
  'i want to move to another city',
  'what is the meaning of life',
  'give me directions to the nearest hospital',
  'who invented the telephone',
  'is there life on mars',
  'how old is the universe',
  'i think my boyfriend is angry with me',
  'the weather was lovely on our holiday',
  'what language do they speak in switzerland',
  'how can i sleep better',
  'lorem ipsum dolor sit amet',
  'the quick brown fox jumps over the lazy dog',
  'blah blah blah',
  'asdf qwertz',
];

/**
 * Phrases of a language that are out of scope for nearly every bot; none for a language without a list.
 *
 * @param locale BCP 47 tag; only its language counts
 */
export function backgroundPhrases(locale: string): readonly string[] {
  return locale.split('-')[0] === 'en' ? english : [];
}
