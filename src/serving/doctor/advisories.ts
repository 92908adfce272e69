import { openAdvisories } from '../../jobs/advisories.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, well, wordsOf, wrong } from './diagnosis.js';

/** Has had advisories for years: who knows none of it knows nothing. */
const wellKnown = { ecosystem: 'npm', name: 'lodash', version: '4.17.15' } as const;
const nothingStored = { get: async () => undefined, set: async () => undefined };

/** Whether what ADVISORIES names can be read and knows anything. */
export async function lookAtAdvisories(
  { settings, as, now }: Desk,
  installation: number | undefined,
): Promise<readonly Diagnosis[]> {
  const { advisories: setting } = settings;
  if (setting === 'off') {
    const change = 'Set ADVISORIES to github, osv, an address or a directory, unless that is what you want.';
    return [doubtful('advisories', 'Nobody is asked about known vulnerabilities.', change)];
  }
  if (installation === undefined) return [doubtful('advisories', 'Not tried.', 'Install the app somewhere first.')];
  const change = `Correct ADVISORIES (${setting}), or allow connections to it; see docs/operate/networks.md.`;
  try {
    const advisor = await openAdvisories(setting, nothingStored);
    const date = new Date(now()).toISOString().slice(0, 10);
    const advise = await advisor(await as(installation), date);
    const { status, advisories, problems } = await advise([wellKnown]);
    const [problem] = problems;
    if (status !== 'complete')
      return [wrong('advisories', `ADVISORIES (${setting}) answers in part: ${String(problem)}`, change)];
    if (advisories.length === 0) {
      return [
        doubtful(
          'advisories',
          `ADVISORIES (${setting}) knows nothing of ${wellKnown.name} ${wellKnown.version}.`,
          change,
        ),
      ];
    }
    return [well('advisories', `ADVISORIES (${setting}) answers.`)];
  } catch (error) {
    return [wrong('advisories', `ADVISORIES (${setting}) cannot be used: ${wordsOf(error)}`, change)];
  }
}
