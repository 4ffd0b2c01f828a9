/** Peers of the benchmark that bring no types, or only for their index. */
declare module 'node-nlp' {
  type Classification = { intent: string; score: number };
  export class NlpManager {
    constructor(settings: object);
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(locale: string, text: string): Promise<{ intent: string; classifications: Classification[] }>;
  }
}
