import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../src/policies/catalogue.js';
import type { Policy } from '../../src/policies/definition.js';
import { type HeldFiles, holdFiles } from '../../src/stacks/files.js';

export type ExampleKind = 'bad' | 'good' | 'unknown';

/** One example of a policy: a small repository. */
export interface Example {
  readonly kind: ExampleKind;
  readonly framework: string;
  readonly variant: string;
  readonly files: ReadonlyMap<string, string>;
}

const root = fileURLToPath(new URL('../../src/policies/', import.meta.url));

/** Where a single-file example stands in its repository, by framework and extension. */
const homes: Readonly<Record<string, string>> = {
  sam: 'template.yaml',
  cloudformation: 'template.yaml',
  serverless: 'serverless.yml',
  terraform: 'main.tf',
  cdk: 'lib/stack.ts',
  bicep: 'main.bicep',
  arm: 'azuredeploy.json',
  'azure-functions': 'function.json',
  'google-cloud': 'service.yaml',
  knative: 'service.yaml',
  openfaas: 'stack.yml',
  openapi: 'openapi.yaml',
  'step-functions': 'orders.asl.json',
  'serverless-workflow': 'workflow.yaml',
};

/** The examples in a policy's folder: `<kind>.<framework>[.<variant>].<ext>`, or a folder of that name with a whole repository. */
export function examplesOf(policy: Policy): readonly Example[] {
  return examplesIn(join(root, policy.threat, policy.id));
}

/** The examples in a folder, wherever it stands. */
export function examplesIn(folder: string): readonly Example[] {
  return readdirSync(folder).flatMap((name) => {
    const parts = name.split('.');
    const [kind, framework = ''] = parts;
    if (kind !== 'bad' && kind !== 'good' && kind !== 'unknown') return [];
    const path = join(folder, name);
    const isFolder = statSync(path).isDirectory();
    const variant = parts.slice(2, isFolder ? undefined : -1).join('.');
    const files = isFolder
      ? readTree(path)
      : new Map([[homeOf(framework, parts.at(-1) ?? ''), readFileSync(path, 'utf8')]]);
    return [{ kind, framework, variant, files }];
  });
}

function homeOf(framework: string, extension: string): string {
  const home = homes[framework] ?? `stack.${extension}`;
  const usual = home.slice(home.lastIndexOf('.') + 1);
  const alike =
    usual === extension || (usual === 'yaml' && extension === 'yml') || (usual === 'yml' && extension === 'yaml');
  return alike ? home : `${home.slice(0, home.lastIndexOf('.'))}.${extension}`;
}

function readTree(folder: string, below = ''): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const [inner, text] of readTree(folder, path)) files.set(inner, text);
    else files.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  return files;
}

/** The good example that fixes a bad one: same framework and variant, otherwise the framework's plain one. */
export function fixedVersionOf(bad: Example, examples: readonly Example[]): Example | undefined {
  const good = examples.filter(({ kind, framework }) => kind === 'good' && framework === bad.framework);
  return good.find(({ variant }) => variant === bad.variant) ?? good.find(({ variant }) => variant === '') ?? good[0];
}

/** Files that are all at hand. */
export function heldFiles(files: ReadonlyMap<string, string>): HeldFiles {
  const held = holdFiles([...files.keys()]);
  held.add(files, [...files.keys()]);
  return held;
}

/** Policies that judge stacks, whose examples are stacks. */
export const stackPolicies: readonly Policy[] = catalogue.filter(
  (policy) => 'check' in policy || 'compare' in policy || 'inspect' in policy,
);

/** The threats whose examples a test file runs. */
export function threatsWithTests(): readonly string[] {
  const tests = fileURLToPath(new URL('../policies/', import.meta.url));
  return readdirSync(tests).filter((name) => existsSync(join(tests, name, 'examples.test.ts')));
}

/** Ids of the policy folders on disk. */
export function policyFolders(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((threat) => readdirSync(join(root, threat.name)).map((id) => join(threat.name, id)))
    .filter((folder) => existsSync(join(root, folder, 'policy.ts')))
    .map((folder) => folder.slice(folder.indexOf('/') + 1));
}
