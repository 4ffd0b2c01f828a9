/**
 * Spanish: a list of our own, under this project's licence. What others offer is a machine's translation of AFINN, or may be used only under the terms of
 * the lexicon it was made of. Written folded: no accents, `n` for `ñ`.
 */
import { byWord, type FeelingWords, wordSet } from './feeling-words.ts';

export const spanish: FeelingWords = {
  words: byWord({
    '-3.2': 'mierda* odio odia* estafa* estafad* ladron* robo timo asco asqueros* puta puto joder hijos',
    '-2.9':
      'inaceptable* intolerable* indignant* indignad* verguenza vergonzos* furios* desastre* desastros* escandalo* rabia denuncia* denunciar',
    '-2.5':
      'horrible* pesim* terrible* nefast* inutil* ridicul* fatal lamentable* tonteria* idiota* estupid* incompetent* cabread* cabrea* maltrat* desesperad* desespera* enganad* engan*',
    '-2.1':
      'mal mala malo malas malos enfad* molest* harto harta hartos frustr* decepcion* enoj* triste* tristeza groser* maleducad* insatisfech* descontent* queja* quejar* lastima rabios* peor',
    '-1.6':
      'rota roto rotos rotas defectuos* danad* averiad* estropead* retras* tarde lent* confus* complicad* preocup* miedo duda* cansad* ignor* olvid* desgraciad* inconvenient* pesad* pena',
    '-1.1': 'equivocad* incorrect* dificil* rar* esperando falta faltan nunca siento caro cara',
    '1.3': 'vale bien claro justo justa comod* facil* sencill* espero aliviad* correct* tranquil*',
    '1.9':
      'buen buena bueno buenas buenos gracias agradec* agradecid* amable* util* satisfech* content* rapid* eficaz* eficient* encantad* alegr* bonit* simpatic* resuelto',
    '2.6':
      'excelente* genial* estupend* fantastic* maravillos* perfect* feliz felices increible* fenomenal* magnific* encanta* recomiend* recomendar* guay mejor',
    '3.1': 'insuperable* espectacular* inmejorable* fabulos*',
  }),
  negated: byWord({
    '-1.9':
      'funciona* sirve* ayuda* ayudan ayudaron resuelv* soluciona* responde* contesta* llega* llego llegado recibido recibi devuelt* entiende* va',
  }),
  negators: wordSet('no nunca jamas nada nadie ningun ninguna ninguno sin tampoco ni apenas'),
  negatesBefore: false,
  boosters: wordSet(
    'muy tan mucho mucha muchos muchas super totalmente completamente absolutamente realmente extremadamente demasiado bastante mas increiblemente',
  ),
  dampeners: wordSet('poco algo apenas casi ligeramente'),
  turns: wordSet('pero aunque embargo'),
};
