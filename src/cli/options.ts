import { readFile } from 'node:fs/promises';
import type { Finding } from '../findings/finding.js';
import type { Profile } from '../findings/outcome.js';
import { type Severity, severities } from '../findings/severity.js';
import { type Advise, adviseNothing } from '../judgement/judge.js';
import { catalogue } from '../policies/catalogue.js';
import { type SettingsText, settingsInForce } from '../settings/layers.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import type { Judging, JudgingOptions } from './judging.js';
import { findPolicy } from './policy.js';
import { targetsOf } from './targets.js';

/** Makes the judge that the options ask for. `file`: the settings in the repository, if there are any. */
export async function judgingOf(
  options: JudgingOptions,
  file: SettingsText | undefined,
  organisation?: SettingsText,
): Promise<Judging> {
  targetsOf(options);
  const given =
    options.settings === undefined ? file : { path: options.settings, text: await readSettings(options.settings) };
  const ids = catalogue.map(({ id }) => id);
  const { settings, notices } = await settingsInForce({ repository: given, organisation }, ids);
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new CannotRun(`--date must be YYYY-MM-DD, not ${JSON.stringify(date)}.`);
  }
  const profile = options.profile === undefined ? settings.profile : profileOf(options.profile);
  return {
    judge: {
      policies: catalogue,
      settings: { ...settings, profile, exclude: [...settings.exclude, ...options.exclude] },
      date,
      advise: await adviseBy(options.advisories, date),
    },
    failOn: options.failOn === undefined ? undefined : severityOf(options.failOn, '--fail-on'),
    chosen: chosenBy(options),
    notices,
  };
}

/** Who is asked for advisories; what asking takes is loaded only if somebody is. */
async function adviseBy(setting: string, date: string): Promise<Advise> {
  if (setting === 'off') return adviseNothing;
  return (await import('./advisories.js')).openAdvise(setting, date);
}

async function readSettings(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CannotRun(`The settings file ${path} cannot be read: ${reasonOf(error)}; check --settings.`);
  }
}

function profileOf(written: string): Profile {
  if (written === 'advisory' || written === 'standard' || written === 'strict') return written;
  throw new CannotRun(`--profile must be advisory, standard or strict, not ${JSON.stringify(written)}.`);
}

function severityOf(written: string, option: string): Severity {
  const found = severities.find((severity) => severity === written);
  if (found === undefined)
    throw new CannotRun(
      `${option} is ${severities.slice(0, -1).join(', ')} or critical, not ${JSON.stringify(written)}.`,
    );
  return found;
}

/** Which findings `--policy` and `--severity` choose. Everything is judged all the same: one policy may tell what another finds. */
function chosenBy({ policy, severity }: JudgingOptions): (finding: Finding) => boolean {
  const ids = new Set(policy.map((id) => findPolicy(id).id));
  const least = severity === undefined ? 0 : severities.indexOf(severityOf(severity, '--severity'));
  return (finding) => (ids.size === 0 || ids.has(finding.policy)) && severities.indexOf(finding.severity) >= least;
}
