const whole: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ['cannot', ['can', 'not']],
  ["y'all", ['you', 'all']],
  ["let's", ['let', 'us']],
  ['im', ['i', 'am']],
  ['ive', ['i', 'have']],
  ['youre', ['you', 'are']],
  ['theyre', ['they', 'are']],
  ['whats', ['what', 'is']],
  ['wheres', ['where', 'is']],
  ['hows', ['how', 'is']],
  ['thats', ['that', 'is']],
  ['cant', ['can', 'not']],
  ['wont', ['will', 'not']],
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'would', 'could', 'should'].map(
    (verb): [string, readonly string[]] => [`${verb}nt`, [verb, 'not']],
  ),
]);

const endings: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ["'d", 'would'],
];

/** words after which `'s` is "is"; elsewhere it marks an owner and says nothing */
const isAfter = new Set(['it', 'that', 'there', 'here', 'what', 'where', 'when', 'who', 'how', 'why', 'he', 'she']);

/** Appends what an English contraction stands for to `out`, and any other word as it is. Expects a folded word. */
export function expandContraction(word: string, out: string[]): void {
  const known = whole.get(word);
  if (known) out.push(...known);
  else if (word.includes("'")) expandEnding(word, out);
  else out.push(word);
}

function expandEnding(word: string, out: string[]): void {
  if (word.endsWith("'s")) return expandIs(word.slice(0, -2), out);
  const ending = endings.find(([suffix]) => word.length > suffix.length && word.endsWith(suffix));
  if (ending) out.push(word.slice(0, -ending[0].length), ending[1]);
  else out.push(word);
}

function expandIs(stem: string, out: string[]): void {
  out.push(stem);
  if (isAfter.has(stem)) out.push('is');
}
