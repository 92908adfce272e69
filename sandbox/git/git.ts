import { type GitOptions, type GitOutput, run } from './process.js';
import { type ObjectReader, objectReader } from './reader.js';

/** One bare repository on disk. */
export interface Git extends ObjectReader {
  readonly directory: string;
  readonly run: (args: readonly string[], options?: GitOptions) => Promise<GitOutput>;
  readonly text: (args: readonly string[], options?: GitOptions) => Promise<string>;
  /** What commits and trees say never changes: it is asked once. */
  readonly remember: <Value>(key: string, ask: () => Promise<Value>) => Promise<Value>;
}

export function openGit(directory: string): Git {
  const known = new Map<string, Promise<unknown>>();
  const runHere: Git['run'] = (args, options) => run(['--git-dir', directory, ...args], options);
  return {
    directory,
    ...objectReader(directory),
    run: runHere,
    text: async (args, options) => (await runHere(args, options)).bytes.toString('utf8'),
    remember<Value>(key: string, ask: () => Promise<Value>): Promise<Value> {
      const answer = (known.get(key) as Promise<Value> | undefined) ?? ask();
      known.set(key, answer);
      return answer;
    },
  };
}
