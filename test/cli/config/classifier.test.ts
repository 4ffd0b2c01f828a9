import { describe, expect, it } from 'vitest';
import { configOf } from '../../../src/cli/config/read-config.ts';

const read = (text: string) => configOf([{ path: 'touchpoint.yaml', text }], {});
const embeddings = 'embeddings: { url: "http://127.0.0.1:8080/v1", model: small }\n';

describe('what recognises intents', () => {
  it('is our own classifier without embeddings, where nothing is said', () => {
    expect(read('').config).toMatchObject({ classifier: 'touchpoint' });
    expect(read('').config.embeddings).toBeUndefined();
  });

  it('may be naive Bayes, or embeddings may stand beside the words', () => {
    expect(read('classifier: natural-bayes\n').config.classifier).toBe('natural-bayes');
    expect(read(embeddings).config.embeddings).toEqual({
      url: 'http://127.0.0.1:8080/v1',
      model: 'small',
      timeoutMs: 400,
    });
  });

  it('is not both, and has no other name', () => {
    const both = read(`classifier: natural-bayes\n${embeddings}`).problems;
    expect(both).toMatchObject([{ code: 'SCHEMA_INVALID', line: 1, column: 13 }]);
    expect(both[0]?.message).toBe("'classifier' must be touchpoint where there are embeddings, not 'natural-bayes'");
    expect(read('classifier: natural-byes\n').problems).toMatchObject([{ fix: "did you mean 'natural-bayes'?" }]);
  });
});
