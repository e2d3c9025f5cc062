import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Reads the options of a script. After a mistake in them it says what is wrong, with the usage, and ends the script with 2. */
export function readOptions<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs<Config>(config);
  } catch (error) {
    const isMistake = error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS_/.test(String(error.code));
    if (!isMistake) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
