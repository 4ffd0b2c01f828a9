/** What the page of a survey says besides its questions. */
export type SurveyWords = {
  readonly title: string;
  readonly lead: string;
  readonly comment: string;
  readonly optional: string;
  readonly send: string;
  readonly nothing: string;
  readonly thanks: string;
  readonly close: string;
  readonly change: string;
  readonly over: string;
  readonly overMore: string;
  readonly unknown: string;
  readonly unknownMore: string;
  readonly busy: string;
  readonly busyMore: string;
};

const english: SurveyWords = {
  title: 'How was it?',
  lead: 'You talked with us lately. Please tell us how it was; it takes less than a minute.',
  comment: 'Anything else?',
  optional: 'optional',
  send: 'Send',
  nothing: 'Please choose an answer or write something.',
  thanks: 'Thank you for telling us.',
  close: 'You can close this page.',
  change: 'Change my answers',
  over: 'This survey is closed',
  overMore: 'Thank you for coming by. It was open for some days only, and answers can’t be counted any more.',
  unknown: 'This link leads nowhere',
  unknownMore: 'Perhaps a part of it was cut off. Please open the whole link from your message.',
  busy: 'One moment, please',
  busyMore: 'That was a lot at once. Please try again in a minute.',
};

const german: SurveyWords = {
  title: 'Wie war es?',
  lead: 'Sie haben vor Kurzem mit uns gesprochen. Sagen Sie uns bitte, wie es war; es dauert keine Minute.',
  comment: 'Noch etwas?',
  optional: 'freiwillig',
  send: 'Absenden',
  nothing: 'Bitte wählen Sie eine Antwort oder schreiben Sie etwas.',
  thanks: 'Danke für Ihre Antwort.',
  close: 'Sie können diese Seite schließen.',
  change: 'Antworten ändern',
  over: 'Diese Umfrage ist geschlossen',
  overMore: 'Danke, dass Sie da sind. Sie war nur einige Tage offen; Antworten zählen jetzt nicht mehr.',
  unknown: 'Dieser Link führt nirgendwohin',
  unknownMore: 'Vielleicht fehlt ein Teil davon. Öffnen Sie bitte den ganzen Link aus Ihrer Nachricht.',
  busy: 'Einen Moment bitte',
  busyMore: 'Das war viel auf einmal. Bitte versuchen Sie es in einer Minute noch einmal.',
};

const spanish: SurveyWords = {
  title: '¿Cómo ha ido?',
  lead: 'Hace poco habló con nosotros. Díganos cómo ha ido; le llevará menos de un minuto.',
  comment: '¿Algo más?',
  optional: 'opcional',
  send: 'Enviar',
  nothing: 'Elija una respuesta o escriba algo, por favor.',
  thanks: 'Gracias por su respuesta.',
  close: 'Ya puede cerrar esta página.',
  change: 'Cambiar mis respuestas',
  over: 'Esta encuesta está cerrada',
  overMore: 'Gracias por venir. Solo estuvo abierta unos días y las respuestas ya no se pueden contar.',
  unknown: 'Este enlace no lleva a ninguna parte',
  unknownMore: 'Quizá falte una parte. Abra el enlace entero de su mensaje, por favor.',
  busy: 'Un momento, por favor',
  busyMore: 'Han sido muchas peticiones a la vez. Inténtelo de nuevo dentro de un minuto.',
};

const known: Readonly<Record<string, SurveyWords>> = { en: english, de: german, es: spanish };

export type Worded = { readonly language: string; readonly words: SurveyWords };

/** The words of the first language there are words for; else English. `languages` such as `de-AT`. */
export function surveyWords(languages: readonly string[]): Worded {
  for (const language of languages.map((one) => one.trim().slice(0, 2).toLowerCase())) {
    const words = known[language];
    if (words) return { language, words };
  }
  return { language: 'en', words: english };
}
