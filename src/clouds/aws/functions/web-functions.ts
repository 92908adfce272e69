import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { type Value, valueAt } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { platforms } from '../../plain/platforms.data.js';
import { type Codec, number, text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { unwritable } from '../../values/writes.js';
import { declarationOf, entriesOf, type Mapping, property, quietSetting, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { codeRootOf } from './code.js';
import { environmentsOf } from './instances.js';

/**
 * SAM's resource, which makes function, revision and endpoint: aws/serverless-application-model c5c220d,
 * `schema_source/aws_serverless_webfunction.py`, 2026-11-26
 */
export const samType = 'AWS::Serverless::WebFunction';

/** Where the settings of a revision stand. */
interface Paths {
  readonly runtime: readonly string[];
  readonly role: readonly string[];
  readonly timeout: readonly string[];
  readonly variables: readonly string[];
}

const ofRevision: Paths = {
  runtime: ['BuildConfig', 'RuntimeConfig', 'Runtime'],
  role: ['ServiceConfig', 'ExecutionRoleArn'],
  timeout: ['ServiceConfig', 'TimeoutSeconds'],
  variables: ['ServiceConfig', 'EnvironmentVariables'],
};

const ofSam: Paths = {
  runtime: ['Runtime'],
  role: ['ExecutionRoleArn'],
  timeout: ['Timeout'],
  variables: ['EnvironmentVariables'],
};

/** Web functions: what they are stands in their revisions, of which the first in the template counts. */
export function webFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  const own = mapping.ofType('AWS::Lambda::WebFunction').map((declared) => {
    const [revision = declared] = mapping.pointing('AWS::Lambda::WebFunctionRevision', ['FunctionName'], declared.id);
    return functionOf(mapping, declared, { revision, paths: ofRevision });
  });
  const made = mapping.ofType(samType).map((one) => functionOf(mapping, one, { revision: one, paths: ofSam }));
  return [...own, ...made];
}

interface Revised {
  readonly revision: Declared;
  readonly paths: Paths;
}

function functionOf(mapping: Mapping, declared: Declared, { revision, paths }: Revised): ServerlessFunction {
  const role: Codec<string> = { read: (value) => roleIn(mapping, value), write: () => undefined };
  return plainFunction({
    ...declarationOf(declared),
    provider: 'aws',
    platform: { ...platforms.aws, requests: 'several' },
    packaging: 'zip',
    codeRoot: codeRootOf(mapping, declared),
    runtime: setting(revision, paths.runtime, text),
    role: unwritable(quietSetting(revision, paths.role, role)),
    timeout: setting(revision, paths.timeout, number),
    concurrency: environmentsOf(mapping, declared),
    environment: variablesOf(revision, paths.variables),
    environmentOpen: false,
  });
}

function roleIn(mapping: Mapping, value: Value): string | undefined {
  const id = referent(mapping, value);
  return id !== undefined && mapping.byId.get(id)?.type === 'AWS::IAM::Role' ? id : undefined;
}

function variablesOf(revision: Declared, path: readonly string[]): readonly EnvironmentVariable[] {
  const map = property(revision, ...path);
  return entriesOf(map).map(({ key, keyAt }) => ({
    name: key,
    nameAt: keyAt,
    value: settingOf({ ...revision.properties, map: valueAt(map, key), at: keyAt }, [], text),
  }));
}
