import type { ASTNode } from '@marcbachmann/cel-js';
import type { Fault } from './fault.ts';
import { nameChain } from './name-chain.ts';
import type { ValueType } from './value-type.ts';

type Operation = Extract<ASTNode, { args: [ASTNode, ASTNode] }>;

/** Texts that a value is compared with and can never be. */
export function neverEqual(
  { op, args: [left, right] }: Operation,
  leftType: ValueType,
  rightType: ValueType,
): readonly Fault[] {
  if (op === 'in') return right.op === 'list' ? right.args.flatMap((item) => neverIs(item, left, leftType)) : [];
  return op === '==' || op === '!=' ? [...neverIs(right, left, leftType), ...neverIs(left, right, rightType)] : [];
}

function neverIs(literal: ASTNode, of: ASTNode, type: ValueType): readonly Fault[] {
  const known = type.is === 'text' ? type.oneOf : undefined;
  if (known === undefined || literal.op !== 'value' || typeof literal.args !== 'string') return [];
  if (known.includes(literal.args)) return [];
  const message = `'${nameChain(of) ?? 'this value'}' is never "${literal.args}"`;
  return [{ kind: 'field', start: literal.start, end: literal.end, name: literal.args, message, known }];
}
