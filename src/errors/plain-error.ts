import type { ErrorCode } from './codes.ts';
import { TouchpointError } from './touchpoint-error.ts';

/** A TouchpointError as it crosses threads, where classes do not. */
export type PlainError = { readonly code: ErrorCode; readonly message: string; readonly fix: string | undefined };

export function plainError({ code, message, fix }: TouchpointError): PlainError {
  return { code, message, fix };
}

/** The error on the other side: the same but for its cause, which stays where it was thrown. */
export function namedError({ code, message, fix }: PlainError): TouchpointError {
  return new TouchpointError(code, message, fix === undefined ? {} : { fix });
}
