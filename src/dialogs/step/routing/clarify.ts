/** "Did you mean …?": when what the customer wants is likely one of a few things, they are asked which. */
import { enterSystem } from '../flow/enter.ts';
import { leaveSystem } from '../flow/leave.ts';
import { emit, type Next, type Run, topDialog } from '../run.ts';
import { aboutOf, answering, wording } from '../wording.ts';
import type { Wanted } from './wanted.ts';

/** Below this share of the threshold a guess is no better than the no-match repair. */
const lowest = 0.5;
/** A second one this close to the best may be meant as well. */
const close = 0.8;
const mostShown = 3;
/** Customer turns in which it is asked once: the question, its answer, and what follows. */
const onceIn = 2;

/**
 * Asks which of a few things is meant.
 *
 * @returns `undefined` when it is clear, or nothing comes near; also directly after it was asked, as once is enough
 */
export function clarify(run: Run, wanted: Wanted): Next | undefined {
  const dialog = run.program.dialogs.get('on.clarify');
  const asked = run.state.unclearTurn > 0 && run.state.turn - run.state.unclearTurn <= onceIn;
  if (!dialog?.first || asked) return undefined;
  const candidates = candidatesFor(run, wanted);
  if (candidates.length === 0) return undefined;
  leaveSystem(run);
  const about = aboutOf(run, topDialog(run));
  emit(run, { type: 'message.unclear', actor: 'bot', data: { candidates: candidates.length, at: null } });
  return enterSystem(run, 'on.clarify', { candidates, about });
}

type Candidate = { readonly value: string; readonly title: string };

function candidatesFor(run: Run, wanted: Wanted): readonly Candidate[] {
  const { candidates = [], threshold = 1 } = run.understood ?? {};
  const best = candidates[0]?.score ?? 0;
  const least = wanted.kind === 'nothing' ? Math.max(threshold * lowest, best * lowest) : best * close;
  const near = candidates.filter(({ score }) => score >= least);
  const shown = near.slice(0, mostShown).flatMap(({ intent }) => candidateOf(run, intent));
  return wanted.kind === 'nothing' || shown.length > 1 ? distinct(shown) : [];
}

/** What cannot be named to the customer cannot be asked about. */
function candidateOf(run: Run, intent: string): readonly Candidate[] {
  const { program } = run;
  const name = program.starts.get(intent);
  if (name?.startsWith('on.')) return [];
  const title = name === undefined ? answerAbout(run, intent) : aboutOf(run, program.dialogs.get(name));
  return title ? [{ value: intent, title }] : [];
}

function answerAbout(run: Run, intent: string): string | null {
  const answer = run.program.answers.get(intent);
  const about = answer ? answering(run, answer).about : null;
  return about ? wording(run, about) : null;
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ title }, n) => candidates.findIndex((one) => one.title === title) === n);
}
