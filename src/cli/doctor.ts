import pc from 'picocolors';
import { loadEnvironment } from '../environment.js';
import type { Diagnosis } from '../serving/doctor/diagnosis.js';
import { CannotRun } from './cannot-run.js';
import { print } from './output.js';
import { partOfServer } from './server-parts.js';

/** Looks at the deployment that the environment describes: 0 all is well, 1 something has to change, 2 there is none. */
export async function doctorCommand({ format }: { readonly format: string }): Promise<number> {
  if (format !== 'pretty' && format !== 'json') {
    throw new CannotRun(`--format of doctor is pretty or json, not ${JSON.stringify(format)}.`);
  }
  loadEnvironment(process.env);
  const { examine } = await partOfServer(import('../serving/doctor/doctor.js'));
  const diagnoses = await examine(process.env);
  if (diagnoses === undefined) {
    throw new CannotRun(
      'APP_ID is not set, so there is nothing to look at. Start the server: its page registers the app.',
    );
  }
  await print(format === 'json' ? `${JSON.stringify({ diagnoses }, null, 2)}\n` : renderDiagnoses(diagnoses));
  return diagnoses.some(({ state }) => state === 'wrong') ? 1 : 0;
}

const signs = { well: pc.green('✓'), doubtful: pc.yellow('!'), wrong: pc.red('✗') } as const;

function renderDiagnoses(diagnoses: readonly Diagnosis[]): string {
  const lines = diagnoses.flatMap(({ about, state, says, change }) => [
    `${signs[state]} ${pc.bold(about)}: ${says}`,
    ...(change === undefined ? [] : [`    ${change}`]),
  ]);
  const count = (state: Diagnosis['state']) => diagnoses.filter((one) => one.state === state).length;
  const [wrong, doubtful] = [count('wrong'), count('doubtful')];
  const end = wrong + doubtful === 0 ? 'All is well.' : `${wrong} to change, ${doubtful} to look at.`;
  return `${lines.join('\n')}\n\n${end}\n`;
}
