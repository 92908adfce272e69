import { appendFile } from 'node:fs/promises';
import type { JudgingOptions } from './judging.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** What a step says below `with`. */
export interface Inputs {
  readonly token: string | undefined;
  readonly comments: boolean;
  readonly options: JudgingOptions;
  readonly sarif: string | undefined;
}

/** The runner hands an input over as a variable: its name in capitals, dashes kept. */
export function readInputs(variables: Variables): Inputs {
  const input = (name: string) => variables[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const [profile, failOn, settings] = [input('profile'), input('fail-on'), input('settings')];
  const [sarif, json, token] = [input('sarif'), input('json'), input('token')];
  const files = [
    ...(sarif === undefined ? [] : [`code-scanning:${sarif}`]),
    ...(json === undefined ? [] : [`json:${json}`]),
  ];
  const source = input('advisories') ?? 'github';
  return {
    token,
    comments: (input('comments') ?? 'true') === 'true',
    sarif,
    options: {
      format: ['github', ...files],
      exclude: [],
      policy: [],
      advisories: source === 'github' && token === undefined ? 'off' : source,
      color: false,
      ...(profile !== undefined && { profile }),
      ...(failOn !== undefined && { failOn }),
      ...(settings !== undefined && { settings }),
    },
  };
}

/** Tells later steps something. A value never ends its line. */
export async function writeOutputs(variables: Variables, outputs: Readonly<Record<string, string>>): Promise<void> {
  if (!variables.GITHUB_OUTPUT) return;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
  await appendFile(variables.GITHUB_OUTPUT, lines.join(''));
}
