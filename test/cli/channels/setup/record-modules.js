/** Preloaded into a process under test: notes every module that it loads, in whichever thread. */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const { RECORDED_MODULES: file } = process.env;

registerHooks({
  load(url, context, next) {
    appendFileSync(file, `${url}\n`);
    return next(url, context);
  },
});
