import { describe, expect, it } from 'vitest';
import { crossValidate } from '../../src/intents/evaluation/cross-validate.ts';
import { evaluate } from '../../src/intents/evaluation/evaluate.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../src/intents/model/train-model.ts';
import { languagesOf, readHeldOut, readSampleIntents } from './sample-phrases.ts';

const { examples } = await readSampleIntents();

describe.each(languagesOf(examples))('what the sample bot understands in %s', (locale) => {
  const own = examples.filter((example) => example.locale === locale);

  it('is right in nine of ten of its own phrases it has not seen (5-fold cross-validation)', {
    timeout: 240_000,
  }, () => {
    const { scores } = crossValidate(own, { folds: 5, locale });
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.9);
  });

  it('is right in most of the messages kept apart, and refuses most that are out of scope', () => {
    const { scores } = evaluate(trainModel(own, { locale }), readHeldOut(locale));
    expect(scores.accuracy).toBeGreaterThanOrEqual(locale === 'en' ? 0.9 : 0.85);
    expect(scores.accuracyAtThreshold).toBeGreaterThanOrEqual(locale === 'en' ? 0.88 : 0.85);
    expect(scores.oosRecall).toBeGreaterThanOrEqual(0.6);
  });
});

describe('a bare word', () => {
  const english = examples.filter(({ locale }) => locale === 'en');
  const classify = createClassifier(trainModel(english));

  it.each([
    ['help', 'flow.help'],
    ['hello', 'greeting'],
    ['hi', 'greeting'],
    ['thanks', 'thanks'],
    ['bye', 'flow.goodbye'],
    ['goodbye', 'flow.goodbye'],
    ['stop', 'flow.cancel'],
    ['quit', 'flow.cancel'],
    ['agent', 'human.request'],
    ['human', 'human.request'],
    ['a person', 'human.request'],
    ['cancel', 'flow.cancel'],
    ['yes', 'chat.more'],
    ['no', 'chat.nothing_else'],
    ['invoice', 'invoice.request'],
    ['password', 'account.password'],
    ['complaint', 'complaint.make'],
    ['damaged', 'goods.damaged'],
  ])('such as "%s" is enough', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });
});

describe('what the German texts tell customers to write', () => {
  const german = examples.filter(({ locale }) => locale === 'de');
  const classify = createClassifier(trainModel(german, { locale: 'de' }));

  it.each([
    ['Stopp', 'flow.cancel'],
    ['egal', 'flow.cancel'],
    ['Mitarbeiter', 'human.request'],
    ['Bestellung stornieren', 'order.cancel'],
    ['Bestellung zurückgeben', 'return.request'],
    ['Lieferadresse ändern', 'order.change_address'],
    ['Mein Paket ist verschwunden', 'delivery.missing'],
    ['Wo ist meine Bestellung?', 'order.status'],
    ['Ich möchte etwas zurückschicken', 'return.request'],
  ])('is understood: "%s"', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });
});

describe('what the Spanish texts tell customers to write, and bare words of Spanish', () => {
  const spanish = examples.filter(({ locale }) => locale === 'es');
  const classify = createClassifier(trainModel(spanish, { locale: 'es' }));

  it.each([
    ['ayuda', 'flow.help'],
    ['hola', 'greeting'],
    ['buenas', 'greeting'],
    ['gracias', 'thanks'],
    ['vale', 'thanks'],
    ['adiós', 'flow.goodbye'],
    ['chao', 'flow.goodbye'],
    ['déjalo', 'flow.cancel'],
    ['dejalo', 'flow.cancel'],
    ['cancelar', 'flow.cancel'],
    ['agente', 'human.request'],
    ['una persona', 'human.request'],
    ['no', 'chat.nothing_else'],
    ['factura', 'invoice.request'],
    ['contraseña', 'account.password'],
    ['queja', 'complaint.make'],
    ['roto', 'goods.damaged'],
    ['cancelar mi pedido', 'order.cancel'],
    ['cambiar la dirección de entrega', 'order.change_address'],
    ['dónde está mi pedido', 'order.status'],
    ['mi paquete no aparece', 'delivery.missing'],
    ['quiero devolver algo', 'return.request'],
    ['quiero devolver un pedido', 'return.request'],
  ])('"%s" is understood', (text, intent) => {
    expect(classify(text).accepted).toBe(intent);
  });

  it('"para" alone tells too little to be taken for anything', () => {
    expect(classify('para').accepted).toBeNull();
  });
});
