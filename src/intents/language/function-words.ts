/** The commonest words that carry no meaning of their own: what a language is known by, whatever is talked about. */
import { languageOf } from '../../languages/language-of.ts';

const words: Readonly<Record<string, string>> = {
  en: `the a an and or but not of to in on at by for with from about into is are was were be been am do does did have has had will would can could
    should may might must i me my mine you your yours he him his she her it its we us our they them their this that these those there here what
    which who when where why how if then than so because as no yes please thanks hello hi`,
  de: `der die das den dem des ein eine einen einem einer und oder aber nicht kein keine von zu zum zur im in auf an am bei fuer für mit aus ueber über
    ist sind war waren sein bin bist hat habe haben hatte wird werden wurde kann koennen können soll muss moechte möchte will ich mich mir mein meine
    meinen meiner du dich dir dein sie ihr ihnen ihre ihren er ihn ihm es wir uns unser was welche welcher wer wann wo warum wie wenn dann als weil
    dass noch schon auch nur sehr hier da ja nein bitte danke hallo guten`,
  es: `el la los las un una unos unas y o pero no de del al a en por para con sin sobre desde hasta es son era fue ser estar estoy está esta están
    ha he han hay tengo tiene quiero quiere puedo puede podría debo yo me mí mi mis tú te tu tus usted le lo se su sus nos nuestro ellos ella él que
    qué cuál quién cuándo dónde porqué cómo cuánto si entonces porque ya también muy más menos aquí ese eso este esto sí gracias favor hola buenos
    buenas`,
  fr: `le la les un une des et ou mais pas de du au aux en dans sur par pour avec sans est sont était être suis ai as a ont avoir veux peux peut je me
    moi mon ma mes tu te toi ton ta tes vous votre vos il elle on nous notre ils elles ce cette ces cela ça que qui quoi quel quelle quand où pourquoi
    comment combien si alors parce très plus ici oui non merci bonjour salut svp`,
  it: `il lo la i gli le un uno una e o ma non di del della dei al alla in nel sul per con senza da è sono era essere ho hai ha hanno voglio posso
    può io mi me mio mia miei tu ti tuo lei suo sua noi nostro loro questo questa quello che chi cosa quale quando dove perché come quanto se allora
    molto più qui sì no grazie ciao buongiorno`,
  nl: `de het een en of maar niet geen van naar in op aan bij voor met uit over is zijn was waren ben bent heb heeft hebben had wordt worden kan kunnen
    moet wil ik mij me mijn jij je jouw u uw hij hem zij haar wij we ons onze dit dat deze die wat welke wie wanneer waar waarom hoe als dan omdat nog
    al ook zeer hier ja nee dank bedankt hallo goedendag`,
  pt: `o a os as um uma uns umas e ou mas não de do da dos das ao em no na por para com sem sobre é são era foi ser estar estou está tenho tem quero quer
    posso pode eu me mim meu minha meus você te seu sua nós nosso eles ela ele que qual quem quando onde porque como quanto se então já também muito
    mais aqui esse isso este isto sim obrigado obrigada olá oi bom boa`,
  tr: `ve veya ama değil bir bu şu için ile ben sen biz siz onlar benim senin nasıl nerede neden hangi mı mi mu mü var yok evet hayır lütfen
    teşekkürler merhaba istiyorum olarak çok daha gibi`,
  pl: `i oraz ale nie jest są być mam ma czy jak gdzie kiedy dlaczego co który która w na do z ze od po za dla się to ten ta mój moja proszę dziękuję
    tak cześć chcę`,
  sv: `och eller men inte är var vara jag du vi ni min mitt mina hur när varför vad vilken en ett på av för med till från ja nej tack hej vill kan`,
};

/**
 * Words of a language, as written.
 *
 * @param locale BCP 47 tag; only its language counts
 * @returns none for a language without a list
 */
export function functionWords(locale: string): readonly string[] {
  return words[languageOf(locale)]?.split(/\s+/) ?? [];
}
