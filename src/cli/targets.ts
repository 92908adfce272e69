import type { Rendering } from '../report/formats/rendering.js';
import { CannotRun } from './cannot-run.js';

type Render = (rendering: Rendering) => string;

/** The outputs by name; each is loaded when it is asked for. */
const renderers = {
  pretty: async () => (await import('./pretty.js')).renderPretty,
  json: async () => (await import('../report/json.js')).renderJsonOf,
  markdown: async () => (await import('../report/formats/markdown-report.js')).renderMarkdown,
  sarif: async () => (await import('../report/formats/sarif.js')).renderSarif,
  'code-scanning': async () => (await import('../report/formats/sarif.js')).renderForCodeScanning,
  sonarqube: async () => (await import('../report/formats/sonarqube.js')).renderSonarqube,
  gitlab: async () => (await import('../report/formats/gitlab.js')).renderGitlab,
  junit: async () => (await import('../report/formats/junit.js')).renderJunit,
  github: async () => (await import('../report/formats/workflow-commands.js')).renderWorkflowCommands,
  summary: async () => (await import('../report/formats/markdown-report.js')).renderJobSummary,
} as const satisfies Readonly<Record<string, () => Promise<Render>>>;

export type Format = keyof typeof renderers;

/** The names of all outputs. */
export const formats: readonly string[] = Object.keys(renderers);

/** One output: what, and into which file; without a file it is printed. */
export interface Target {
  readonly format: Format;
  readonly file: string | undefined;
}

interface Written {
  readonly format?: readonly string[];
  readonly output?: string;
}

/** The outputs that `--format NAME[:FILE]` and `--output` ask for. Of several at most one is printed. */
export function targetsOf({ format = ['pretty'], output }: Written): readonly Target[] {
  const named = format.map(parse);
  const open = named.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const names = open.map((target) => target.format).join(' and ');
    throw new CannotRun(`--format ${names} cannot both be printed: give each but one a file, as in sarif:out.sarif.`);
  }
  if (output !== undefined && open.length === 0)
    throw new CannotRun('--output is for the one format without a file, and there is none.');
  const targets = named.map((target) => ({ ...target, file: target.file ?? output }));
  const files = targets.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new CannotRun(`Two formats cannot be written to the one file ${twice}.`);
  return targets;
}

function parse(written: string): Target {
  const at = written.indexOf(':');
  const name = at === -1 ? written : written.slice(0, at);
  const file = at === -1 ? undefined : written.slice(at + 1);
  if (!isFormat(name)) {
    const known = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
    throw new CannotRun(`--format is ${known}, not ${JSON.stringify(name)}.`);
  }
  if (file === '') throw new CannotRun(`--format ${written} names no file after the colon.`);
  return { format: name, file };
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(renderers, name);
}

/** Renders an output. */
export async function renderAs(format: Format, rendering: Rendering): Promise<string> {
  return (await renderers[format]())(rendering);
}

/** True if an output tells the edits of fixes, so that all of them have to be tried. */
export function tellsFixes({ format }: Target): boolean {
  return format === 'json' || format === 'sarif' || format === 'code-scanning';
}
