/** A bot small enough to read, for tests of the classifier. */
import type { Example } from '../../src/intents/example.ts';

const phrases: Readonly<Record<string, readonly string[]>> = {
  'order.status': [
    'where is my order',
    'has my parcel been shipped',
    'track my package please',
    'when will my order arrive',
    'my delivery is late, where is it',
    'order status',
    'can you tell me where my parcel is',
    'is my package on its way',
  ],
  'refund.request': [
    'I want my money back',
    'please refund my order',
    'can I get a refund',
    'how do I get my money back',
    'refund me now',
    'I would like to be refunded',
    'give me my money back please',
    'I need a refund for this',
  ],
  'account.password': [
    'I forgot my password',
    'reset my password',
    'I cannot log in to my account',
    'my login does not work',
    'change the password of my account',
    'the password is not accepted',
    'help me sign in',
    'locked out of my account',
  ],
  'human.request': [
    'talk to a person',
    'I want to speak to a human',
    'connect me with an agent',
    'get me a real person',
    'can I talk to someone',
    'let me speak with your staff',
    'human please',
    'agent',
  ],
};

export const smallBot: readonly Example[] = Object.entries(phrases).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);
