import { fieldsIn, fieldsOf, listOf, numberOf, textOf } from '../json/fields.ts';

/**
 * What somebody who edits the bot must know of their latest edit, line by line, from what /readyz says.
 *
 * @returns nothing where the bot runs on the files as they are
 */
export function noticeOf(readiness: string): readonly string[] {
  const { rejectedEdit } = fieldsIn(readiness);
  if (rejectedEdit === undefined) return [];
  const { at, errors, problems } = fieldsOf(rejectedEdit);
  const count = numberOf(errors) ?? 0;
  const told = listOf(problems).map((problem) => {
    const { file, line, column, message, fix } = fieldsOf(problem);
    const place = `${textOf(file)}:${numberOf(line) ?? 1}:${numberOf(column) ?? 1}`;
    return `${place} ${textOf(message)}${fix === undefined ? '' : ` (fix: ${textOf(fix)})`}`;
  });
  const errorsInWords = count === 1 ? 'one error' : `${count} errors`;
  return [`The edit of ${timeOf(textOf(at))} is not live: the bot's files have ${errorsInWords}.`, ...told];
}

function timeOf(instant: string): string {
  return /T(\d\d:\d\d:\d\d)/.exec(instant)?.[1]?.concat(' UTC') ?? 'just now';
}
