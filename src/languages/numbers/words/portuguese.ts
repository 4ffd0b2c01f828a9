import { compounds, counted, setOf } from './counted.ts';
import type { NumberWords } from './number-words.ts';

const low = counted(
  'zero um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
  0,
);
const tens = counted('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa', 20, 10);

export const portuguese: NumberWords = {
  small: new Map([...low, ...tens, ...compounds(tens, low, (ten, unit) => `${ten} e ${unit}`)]),
  hundreds: new Map([
    ...counted(
      'cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
      100,
      100,
    ),
    ...counted('cem duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas', 100, 100),
  ]),
  hundred: '',
  thousand: setOf('mil'),
  and: 'e',
  vague: setOf('um uma mil cem'),
  idioms: setOf(
    'pergunta duvida momento minuto minutinho segundo pouco problema pessoa atendente coisa outra outro por vez vezes',
  ),
  minus: 'menos',
  fraction: /\b(?:mei[oa]s?|quartos?|tercos?|virgula|ponto|duzias?|milh(?:ao|oes))\b/,
};
