/**
 * Turns the syntax tree of a CEL expression into a function, and finds what cannot work before it runs: unknown names and functions, types that
 * do not fit. The library parses; the meaning is ours, as CEL's own integers, missing keys and errors do not fit values that are JSON.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Value } from '../../events/understood.ts';
import type { Fault } from './fault.ts';
import { type Callable, functions, methods } from './functions.ts';
import { type Macro, macros, macroType, runMacro } from './macros.ts';
import { nameChain } from './name-chain.ts';
import { neverEqual } from './never-equal.ts';
import { and, binary, not, or, truth } from './operators.ts';
import { member, type Result, type Run } from './result.ts';
import {
  anything,
  either,
  fieldOf,
  fieldsOf,
  fits,
  type Kind,
  type Names,
  shapeOf,
  typeOfKind,
  type ValueType,
} from './value-type.ts';

export type Built = { readonly type: ValueType; readonly run: Run };

/** @property uses names that are read; added as they are found */
export type Building = { readonly names: Names; readonly faults: Fault[]; readonly uses: Set<string> };

/** Builds a node; what is wrong is added to `faults`, and the node then gives null. */
export function build(node: ASTNode, building: Building): Built {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
      return name(node, building);
    case '.':
    case '.?':
      return fieldAccess(node, building);
    case '[]':
    case '[?]':
      return access(build(node.args[0], building), build(node.args[1], building));
    case 'list':
      return list(node.args.map((item) => build(item, building)));
    case 'map':
      return map(node.args.map(([key, value]) => [mapKey(key, building), build(value, building)]));
    case '?:':
      return choice(node, building);
    case '&&':
    case '||':
      return logic(node, building);
    case '!_':
      return { type: { is: 'yes/no' }, run: not(operand(node.args, 'yes/no', building).run) };
    case '-_':
      return negative(operand(node.args, 'number', building));
    case 'call':
      return functionCall(node, building);
    case 'rcall':
      return methodCall(node, building);
    default:
      return operation(node, building);
  }
}

type NodeOf<O extends ASTNode['op']> = Extract<ASTNode, { op: O }>;

function literal(value: NodeOf<'value'>['args']): Built {
  if (typeof value === 'bigint') return constant('number', Number(value));
  if (typeof value === 'number') return constant('number', value);
  if (typeof value === 'string') return constant('text', value);
  if (typeof value === 'boolean') return constant('yes/no', value);
  return constant('null', null);
}

function constant(kind: Kind, value: Result): Built {
  return { type: typeOfKind(kind), run: () => value };
}

function name(node: NodeOf<'id'>, { names, faults, uses }: Building): Built {
  const id = node.args;
  const type = names.get(id);
  uses.add(id);
  if (type === undefined) faults.push({ ...fault(node, 'name', `nobody sets '${id}'`), name: id });
  return { type: type ?? anything, run: (scope) => (Object.hasOwn(scope, id) ? (scope[id] ?? null) : null) };
}

function access(of: Built, key: Built): Built {
  const type = of.type.is === 'list' ? of.type.of : anything;
  return { type, run: (scope) => member(of.run(scope), key.run(scope)) };
}

/** `order.status`: the field must be one the value can have. */
function fieldAccess(node: NodeOf<'.' | '.?'>, building: Building): Built {
  const of = build(node.args[0], building);
  const field = String(node.args[1]);
  const type = fieldOf(of.type, field);
  if (type === undefined) building.faults.push(noField(node, of.type, field));
  return { type: type ?? anything, run: (scope) => member(of.run(scope), field) };
}

function noField(node: NodeOf<'.' | '.?'>, type: ValueType, field: string): Fault {
  const known = fieldsOf(type);
  const of = nameChain(node.args[0]) ?? 'this value';
  const message =
    type.is === 'map' ? `'${of}' has no '${field}'` : `'${of}' is ${article(type.is)}, which has no '${field}'`;
  const start = Math.max(node.start, node.end - field.length);
  return { kind: 'field', start, end: node.end, name: field, message, known };
}

function list(items: readonly Built[]): Built {
  const of = items.length === 0 ? anything : shapeOf(either(items.map(({ type }) => type)));
  return { type: { is: 'list', of }, run: (scope) => items.map((item) => item.run(scope) ?? null) };
}

function mapType(entries: readonly (readonly [Built, Built])[]): ValueType {
  const fields = entries.map(([key, value]) => [String(key.run({})), shapeOf(value.type)] as const);
  return { is: 'map', fields: Object.fromEntries(fields), optional: [], isOpen: true };
}

function map(entries: readonly (readonly [Built, Built])[]): Built {
  const run: Run = (scope) =>
    Object.fromEntries(entries.map(([key, value]) => [String(key.run(scope)), value.run(scope) ?? null]));
  return { type: mapType(entries), run };
}

function mapKey(node: ASTNode, building: Building): Built {
  return node.op === 'id' ? constant('text', node.args) : build(node, building);
}

function choice(node: NodeOf<'?:'>, building: Building): Built {
  const test = operand(node.args[0], 'yes/no', building);
  const yes = build(node.args[1], building);
  const no = build(node.args[2], building);
  const run: Run = (scope) => {
    const value = truth(test.run(scope));
    return value === undefined ? undefined : (value ? yes : no).run(scope);
  };
  return { type: either([yes.type, no.type]), run };
}

function logic(node: NodeOf<'&&' | '||'>, building: Building): Built {
  const left = operand(node.args[0], 'yes/no', building);
  const right = operand(node.args[1], 'yes/no', building);
  return { type: { is: 'yes/no' }, run: (node.op === '&&' ? and : or)(left.run, right.run) };
}

function operand(node: ASTNode, wanted: Kind, building: Building): Built {
  const built = build(node, building);
  if (!fits(built.type, wanted))
    building.faults.push(
      fault(node, 'type', `this is ${article(built.type.is)}, but ${article(wanted)} is needed here`),
    );
  return built;
}

function negative(of: Built): Built {
  const run: Run = (scope) => {
    const value = of.run(scope);
    return typeof value === 'number' ? -value : undefined;
  };
  return { type: { is: 'number' }, run };
}

type Operation = Extract<ASTNode, { args: [ASTNode, ASTNode] }>;

function operation(node: Operation, building: Building): Built {
  const left = build(node.args[0], building);
  const right = build(node.args[1], building);
  const wrong = misfit(node.op, left.type.is, right.type.is);
  if (wrong) building.faults.push(fault(node, 'type', wrong));
  building.faults.push(...neverEqual(node, left.type, right.type));
  const apply = binary[node.op];
  const run: Run = (scope) => {
    const a = left.run(scope);
    const b = right.run(scope);
    return a === undefined || b === undefined ? undefined : apply?.(a, b);
  };
  return { type: typeOf(node.op, left.type), run };
}

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

function typeOf(operator: string, left: ValueType): ValueType {
  if (comparisons.includes(operator) || operator === 'in') return { is: 'yes/no' };
  return operator === '+' ? left : { is: 'number' };
}

function misfit(operator: string, left: Kind, right: Kind): string | undefined {
  if (operator === 'in')
    return fits(typeOfKind(right), 'list') || right === 'map' || right === 'text'
      ? undefined
      : `'in' looks into ${article(right)}`;
  const isMixed = left !== right && ![left, right].some((type) => type === 'any' || type === 'null');
  if (isMixed) return `'${operator}' stands between ${article(left)} and ${article(right)}`;
  return takes(operator, left) && takes(operator, right)
    ? undefined
    : `'${operator}' does not work on ${article(left === 'any' || takes(operator, left) ? right : left)}`;
}

function takes(operator: string, type: Kind): boolean {
  if (type === 'any' || operator === '==' || operator === '!=') return true;
  if (operator === '+') return type === 'number' || type === 'text' || type === 'list';
  return type === 'number' || (type === 'text' && comparisons.includes(operator));
}

function functionCall(node: NodeOf<'call'>, building: Building): Built {
  const [id, args] = node.args;
  const first = args[0];
  if (id === 'has' && first) return { type: { is: 'yes/no' }, run: isPresent(build(first, building).run) };
  const callable = Object.hasOwn(functions, id) ? functions[id] : undefined;
  return callable
    ? call({ node, id, callable, receiver: undefined, args }, building)
    : unknownFunction(node, id, building);
}

function isPresent(run: Run): Run {
  return (scope) => (run(scope) ?? null) !== null;
}

function methodCall(node: NodeOf<'rcall'>, building: Building): Built {
  const [id, receiver, args] = node.args;
  const [variable, body] = args;
  const macro = Object.hasOwn(macros, id) ? macros[id] : undefined;
  if (macro && variable?.op === 'id' && body && args.length === 2)
    return macroCall({ macro, receiver, name: variable.args, body }, building);
  const callable = Object.hasOwn(methods, id) ? methods[id] : undefined;
  return callable ? call({ node, id, callable, receiver, args }, building) : unknownFunction(node, id, building);
}

type MacroCall = { readonly macro: Macro; readonly receiver: ASTNode; readonly name: string; readonly body: ASTNode };

function macroCall({ macro, receiver, name: variable, body }: MacroCall, building: Building): Built {
  const on = operand(receiver, 'list', building);
  const item = on.type.is === 'list' ? on.type.of : anything;
  const inner: Building = { ...building, names: new Map([...building.names, [variable, item]]) };
  const built = operand(body, macro.body, inner);
  return {
    type: macroType(macro, on.type, built.type),
    run: runMacro(macro, { on: on.run, name: variable, body: built.run }),
  };
}

type Call = {
  readonly node: ASTNode;
  readonly id: string;
  readonly callable: Callable;
  readonly receiver: ASTNode | undefined;
  readonly args: readonly ASTNode[];
};

function call({ node, id, callable, receiver, args }: Call, building: Building): Built {
  const { takes: wanted, required } = callable;
  if (args.length < required || args.length > wanted.length) {
    building.faults.push(
      fault(
        node,
        'type',
        `'${id}' takes ${wanted.length === 1 ? 'one value' : `${wanted.length} values`}, not ${args.length}`,
      ),
    );
  }
  const on = receiver ? [operand(receiver, callable.on ?? 'any', building)] : [];
  const built = [...on, ...args.map((arg, n) => operand(arg, wanted[n] ?? 'any', building))];
  const run: Run = (scope) => {
    const values: Value[] = [];
    for (const one of built) {
      const value = one.run(scope);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return callable.run(values);
  };
  return { type: typeOfKind(callable.gives), run };
}

function unknownFunction(node: ASTNode, id: string, { faults }: Building): Built {
  faults.push({ ...fault(node, 'function', `there is no function '${id}'`), name: id });
  return constant('any', null);
}

function fault({ start, end }: ASTNode, kind: Fault['kind'], message: string): Fault {
  return { kind, start, end, message, name: '' };
}

function article(type: Kind): string {
  return type === 'yes/no' ? 'a yes/no' : type === 'null' ? 'null' : `a ${type}`;
}
