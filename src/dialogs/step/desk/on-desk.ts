import type { DeskAct } from '../../desk-act.ts';
import { refusalOf } from '../../desk-act.ts';
import type { DeskInput } from '../../input.ts';
import { passedBy, unoffered } from '../../offering.ts';
import type { Scope } from '../../program.ts';
import { enterSystem } from '../flow/enter.ts';
import { reroute } from '../flow/hand-off.ts';
import { proceed } from '../flow/proceed.ts';
import { emit, type Run } from '../run.ts';

/** An agent acts. What is not possible as the conversation stands changes nothing. */
export function onDesk(run: Run, input: DeskInput): void {
  const handoff = run.state.handoff?.id;
  if (handoff === undefined || refusalOf(run.state, input.act, run.at)) return;
  const act = withAgent(run, input.act);
  if (act.outside) join(run, handoff, act);
  state(run, handoff, act);
  tell(run, act);
}

/** A desk outside may end it without a name: then by whoever had it, and where that was nobody, nobody came. */
function withAgent({ state: { handoff } }: Run, act: DeskAct): DeskAct {
  if (!act.outside || act.agent !== '' || (act.act !== 'return' && act.act !== 'close')) return act;
  const agent = handoff?.agent ?? null;
  return agent === null ? { agent: '', name: '', act: 'nobody' } : { ...act, agent };
}

/** At a desk outside whoever does something has taken it up, whether that is told before, after, or not at all. */
function join(run: Run, handoff: string, { agent, name, act }: DeskAct): void {
  if (run.state.handoff?.phase !== 'waiting' || agent === '') return;
  if (act !== 'say' && act !== 'return' && act !== 'close') return;
  state(run, handoff, { agent, name, act: 'join' });
  if (act === 'say') tell(run, { agent, name, act: 'join' });
}

function state(run: Run, handoff: string, act: DeskAct): void {
  const { agent, name } = act;
  const by = { actor: 'agent', data: { handoff, agent } } as const;
  switch (act.act) {
    case 'accept':
      settlePromise(run, 'promise.kept');
      return emit(run, { type: 'handoff.accepted', ...by, words: { name } });
    case 'join':
    case 'take': {
      const team = run.state.handoff?.team ?? null;
      if (run.state.handoff?.phase === 'held')
        emit(run, { type: 'handoff.transferred', actor: 'agent', data: { handoff, team } });
      return emit(run, { type: 'handoff.accepted', ...by, words: { name } });
    }
    case 'offer':
      return offer(run, handoff, act);
    case 'decline':
      return emit(run, { type: 'handoff.declined', ...by, words: { reason: act.reason } });
    case 'say': {
      const data = { handoff, agent, characters: act.text.length };
      const files = act.files ? { files: [...act.files] } : {};
      return emit(run, { type: 'agent.said', actor: 'agent', data, words: { text: act.text, name, ...files } });
    }
    case 'note':
      return note(run, { handoff, agent, name, text: act.text });
    case 'transfer':
      note(run, { handoff, agent, name, text: act.note });
      return emit(run, {
        type: 'handoff.transferred',
        actor: 'agent',
        data: { handoff, team: act.team, ...(act.to === null ? {} : { to: act.to }) },
      });
    case 'return':
      note(run, { handoff, agent, name, text: act.note });
      return emit(run, {
        type: 'handoff.returned',
        actor: 'agent',
        data: { handoff, agent, ...(act.solved === null ? {} : { solved: act.solved }) },
      });
    case 'close': {
      note(run, { handoff, agent, name, text: act.note });
      const { disposition, solved, tags } = act;
      const tagged = tags.length > 0 ? { tags: [...tags] } : {};
      const said = solved === null ? {} : { solved };
      return emit(run, { type: 'handoff.closed', actor: 'agent', data: { handoff, disposition, ...said, ...tagged } });
    }
    case 'lose':
      return emit(run, { type: 'handoff.lost', actor: 'system', data: { handoff, agent } });
    case 'nobody':
      settlePromise(run, 'promise.broken');
      return emit(run, { type: 'handoff.unavailable', actor: 'system', data: { handoff, why: 'nobody' } });
    case 'reroute':
      return proceed(run, reroute(run, act.why));
  }
}

function offer(run: Run, handoff: string, { to, seconds }: Extract<DeskAct, { act: 'offer' }>): void {
  const passed = passedBy(run.state.handoff ?? unoffered);
  const agent = to.find((one) => !passed.includes(one)) ?? null;
  emit(run, { type: 'handoff.offered', actor: 'system', data: { handoff, agent, seconds } });
}

/** A promise that is not open any more was broken already. */
function settlePromise(run: Run, type: 'promise.kept' | 'promise.broken'): void {
  const promise = run.state.handoff?.promise ?? null;
  const made = promise === null ? undefined : run.state.promises[promise];
  if (promise !== null && made) emit(run, { type, actor: 'system', data: { promise, what: made.what } });
}

type Note = { readonly handoff: string; readonly agent: string; readonly name: string; readonly text: string };

function note(run: Run, { handoff, agent, name, text }: Note): void {
  if (text !== '') emit(run, { type: 'agent.noted', actor: 'agent', data: { handoff, agent }, words: { text, name } });
}

/** What the customer is told of it. */
function tell(run: Run, act: DeskAct): void {
  const dialog = tellings[act.act];
  if (dialog !== undefined) proceed(run, enterSystem(run, dialog, toldOf(act)));
}

function toldOf(act: DeskAct): Scope {
  if (act.act === 'return') return { solved: act.solved };
  return act.act === 'nobody' ? { about: null } : { name: act.name };
}

const tellings: Readonly<Partial<Record<DeskAct['act'], string>>> = {
  accept: 'on.accepted',
  take: 'on.accepted',
  join: 'on.accepted',
  transfer: 'on.transferred',
  return: 'on.returned',
  lose: 'on.agent_lost',
  nobody: 'on.unavailable',
};
