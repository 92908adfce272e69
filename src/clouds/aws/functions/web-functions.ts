import type { ServerlessFunction } from '../../../model/function.js';
import { plainFunction } from '../../plain/function.js';
import { platforms } from '../../plain/platforms.data.js';
import { number, text } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { declarationOf, type Mapping, property, quietSetting, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { codeRootOf } from './code.js';
import { environmentIn } from './environment.js';
import { environmentsOf } from './instances.js';
import { roleNamed } from './role.js';

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
  return plainFunction({
    ...declarationOf(declared),
    provider: 'aws',
    platform: { ...platforms.aws, requests: 'several' },
    packaging: 'zip',
    codeRoot: codeRootOf(mapping, declared),
    runtime: setting(revision, paths.runtime, text),
    role: unwritable(quietSetting(revision, paths.role, roleNamed(mapping))),
    timeout: setting(revision, paths.timeout, number),
    concurrency: environmentsOf(mapping, declared),
    ...environmentIn(mapping, revision, property(revision, ...paths.variables)),
  });
}
