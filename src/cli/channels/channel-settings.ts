import type { Config } from '../config/config.ts';
import type { Environment } from '../config/read-config.ts';

/** What a channel is opened with. */
export type ChannelSettings = {
  readonly config: Config;
  readonly environment: Environment;
  /** address that is listened on */
  readonly host: string;
};
