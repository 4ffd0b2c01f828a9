/**
 * `touchpoint case ID`: one case laid open: what was said and where it was hard, the receipt of its effort, the evidence of its outcome, and why the bot
 * did what it did.
 */
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { readCase } from '../../../reports/case/read-case.ts';
import { renderReceipt } from '../../../reports/terminal/render-receipt.ts';
import { renderTranscript } from '../../../reports/terminal/render-transcript.ts';
import { sourcesOf } from '../../chat/sources-of.ts';
import { traceText } from '../../chat/trace-text.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { readConfig } from '../../config/read-config.ts';
import { latestOf, requireMeasures } from '../../measures/read-measures.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { lookOf } from '../../process/look-of.ts';
import { openData } from '../../process/open-data.ts';

export const command: Command = {
  name: 'case',
  summary: 'One case: what was said, what it cost, how it ended, and why',
  arguments: 'ID',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run,
};

async function run(called: Called): Promise<number> {
  const [id] = called.positionals;
  if (id === undefined)
    throw new TouchpointError('USAGE', 'case: no case was given', { fix: 'touchpoint case CONVERSATION/1' });
  const folder = textOf(called, 'bot') ?? '.';
  const measures = latestOf(await requireMeasures(folder, called.output));
  const store = await openData('case', dataLocation(textOf(called, 'data'), folder));
  try {
    const view = await readCase({ store, measures }, id);
    if (isSet(called, 'json')) {
      called.output.out(JSON.stringify(view));
      return 0;
    }
    const { config } = await readConfig(folder, called.environment);
    const look = lookOf(called);
    const parts = [
      renderReceipt(view, measures.effort.scale, look),
      renderTranscript(view, config.zone, look),
      traceText(view.trace, await sourcesOf(store, view.trace), config.zone),
    ];
    called.output.out(parts.join('\n').trimEnd());
  } finally {
    await store.close();
  }
  return 0;
}
