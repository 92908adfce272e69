import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** What a step is run with. */
export interface Step {
  readonly with: Readonly<Record<string, string>>;
  readonly event: object;
  readonly repository: string;
  /** `github.token`, and the API it is for. */
  readonly token: string;
  readonly api: string;
  /** The checkout, and where the runner keeps the files of the step. */
  readonly workspace: string;
  readonly temp: string;
}

export interface StepEnd {
  readonly code: number;
  /** The lines that the runner shows as annotations. */
  readonly annotations: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly stderr: string;
}

/** Runs the action as the runner of GitHub does: its inputs with their defaults as variables, its event and files by path. */
export async function runStep(step: Step): Promise<StepEnd> {
  const unknown = Object.keys(step.with).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}.`);
  const file = (name: string, text = '') => {
    writeFileSync(join(step.temp, name), text);
    return join(step.temp, name);
  };
  const variables = {
    PATH: process.env.PATH,
    HOME: step.temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: step.api,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: step.repository,
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    ...inputVariables(step),
  };
  const child = spawn(process.execPath, [join(root, action.runs.main)], { cwd: step.workspace, env: variables });
  const told: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (told.stdout += text));
  child.stderr.on('data', (text) => (told.stderr += text));
  const [code] = await once(child, 'close');
  const read = (name: string) => readFileSync(join(step.temp, name), 'utf8');
  return {
    code,
    annotations: told.stdout.split('\n').filter((line) => line !== ''),
    outputs: Object.fromEntries(
      read('output')
        .split('\n')
        .flatMap((line) =>
          line === '' ? [] : [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]],
        ),
    ),
    summary: read('summary.md'),
    stderr: told.stderr,
  };
}

function inputVariables({ with: given, token }: Step): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual = '' }]) => {
      const value = (given[name] ?? usual).replace('${{ github.token }}', token);
      return [`INPUT_${name.toUpperCase()}`, value];
    }),
  );
}
