import type { Asset, Declared, GoogleStack } from '../google-stack.js';
import { ofAsset } from '../google-stack.js';

/** Where a kind of functions says what, under the names of its API. What is not said has no path. */
export interface FunctionPaths {
  readonly runtime?: readonly string[];
  readonly handler?: readonly string[];
  readonly timeout?: readonly string[];
  readonly memory?: readonly string[];
  /** The first that is said. */
  readonly concurrency: readonly (readonly string[])[];
  readonly account: readonly string[];
  /** The map of variables, or the containers that have lists of them. */
  readonly variables: readonly string[];
  /** Who reaches its address. Without a path it has none. */
  readonly ingress?: readonly string[];
}

const run: Pick<FunctionPaths, 'account' | 'variables'> = {
  account: ['template', 'serviceAccount'],
  variables: ['template', 'containers'],
};

/** Cloud Functions of both generations and what Cloud Run runs: services, jobs, pools of workers. */
const paths: ReadonlyMap<Asset, FunctionPaths> = new Map([
  [
    'cloudfunctions.googleapis.com/CloudFunction',
    {
      runtime: ['runtime'],
      handler: ['entryPoint'],
      timeout: ['timeout'],
      memory: ['availableMemoryMb'],
      concurrency: [['maxInstances']],
      account: ['serviceAccountEmail'],
      variables: ['environmentVariables'],
      ingress: ['ingressSettings'],
    },
  ],
  [
    'cloudfunctions.googleapis.com/Function',
    {
      runtime: ['buildConfig', 'runtime'],
      handler: ['buildConfig', 'entryPoint'],
      timeout: ['serviceConfig', 'timeoutSeconds'],
      memory: ['serviceConfig', 'availableMemory'],
      concurrency: [['serviceConfig', 'maxInstanceCount']],
      account: ['serviceConfig', 'serviceAccountEmail'],
      variables: ['serviceConfig', 'environmentVariables'],
      ingress: ['serviceConfig', 'ingressSettings'],
    },
  ],
  [
    'run.googleapis.com/Service',
    {
      ...run,
      concurrency: [
        ['template', 'scaling', 'maxInstanceCount'],
        ['scaling', 'maxInstanceCount'],
      ],
      ingress: ['ingress'],
    },
  ],
  [
    'run.googleapis.com/Job',
    {
      concurrency: [],
      account: ['template', 'template', 'serviceAccount'],
      variables: ['template', 'template', 'containers'],
    },
  ],
  ['run.googleapis.com/WorkerPool', { ...run, concurrency: [] }],
  [
    'serving.knative.dev/Service',
    {
      timeout: ['template', 'spec', 'timeoutSeconds'],
      concurrency: [
        ['template', 'metadata', 'annotations', 'autoscaling.knative.dev/maxScale'],
        ['metadata', 'annotations', 'run.googleapis.com/maxScale'],
      ],
      account: ['template', 'spec', 'serviceAccountName'],
      variables: ['template', 'spec', 'containers'],
      ingress: ['metadata', 'annotations', 'run.googleapis.com/ingress'],
    },
  ],
]);

const nowhere: FunctionPaths = { concurrency: [], account: ['none'], variables: ['none'] };

export function pathsOf({ asset }: Declared): FunctionPaths {
  return paths.get(asset) ?? nowhere;
}

/** What runs code when it is called or an event comes. */
export function functionsIn(stack: GoogleStack): readonly Declared[] {
  return ofAsset(stack, ...paths.keys());
}

/** Containers that Cloud Run runs, instead of code that it builds. */
export function isRun({ asset }: Declared): boolean {
  return !asset.startsWith('cloudfunctions.');
}
