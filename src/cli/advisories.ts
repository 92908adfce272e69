import type { GitHubRequest } from '../dependencies/advisories/github.js';
import { importAdvisories } from '../dependencies/advisories/import.js';
import { advisoriesFor } from '../dependencies/advisories/source.js';
import { sourcesFrom } from '../dependencies/advisories/sources.js';
import type { Advise } from '../judgement/judge.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { print } from './output.js';

/** Where `postern advisories import` keeps what it took in, unless told otherwise. */
const usualDirectory = 'advisories';

/** What `--advisories` names, ready to be asked. */
export async function openAdvise(setting: string, date: string): Promise<Advise> {
  const token = process.env.GITHUB_TOKEN;
  try {
    const sources = await sourcesFrom(setting, { date, ...(token && { github: signedIn(token) }) });
    return (packages) => advisoriesFor(packages, sources);
  } catch (error) {
    throw new CannotRun(`--advisories ${setting} cannot be used: ${reasonOf(error)}.`);
  }
}

/** A client that is loaded when it is asked something. */
function signedIn(token: string): GitHubRequest {
  const client = async () => new (await import('@octokit/rest')).Octokit({ auth: token });
  let loaded: ReturnType<typeof client> | undefined;
  return async (route, parameters) => {
    loaded ??= client();
    return (await loaded).request(route, parameters);
  };
}

/** `postern advisories import FILE [DIR]`: takes an archive of OSV records in, for networks without a way out. */
export async function advisoriesCommand(
  action: string,
  from: string | undefined,
  to: string | undefined,
): Promise<number> {
  if (action !== 'import' || from === undefined) throw new CannotRun('Usage: postern advisories import FILE [DIR].');
  const directory = to ?? usualDirectory;
  const taken = await importAdvisories(from, directory).catch((error: unknown) => {
    throw new CannotRun(`${from} cannot be imported: ${reasonOf(error)}.`);
  });
  for (const file of taken.unread) await print(`not read: ${file}\n`);
  await print(`${taken.records} records, as of ${taken.asOf ?? 'an unknown date'}; use --advisories ${directory}\n`);
  return 0;
}
