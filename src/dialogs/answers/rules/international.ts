/** What is understood as yes and no whatever the language of the conversation. */
import { beginning } from './phrases.ts';

export const international = {
  yes: beginning('ok, okay, okey, oki, k, kk, yes, yes please, yep, yeah, yup'),
  no: beginning('no(?=$| thanks| thank you| please), nope'),
};
