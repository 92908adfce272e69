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

const service = 'ServiceConfig';

/** Web functions: what they are stands in their revisions, of which the first in the template counts. */
export function webFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  return mapping.ofType('AWS::Lambda::WebFunction').map((declared) => {
    const [revision = declared] = mapping.pointing('AWS::Lambda::WebFunctionRevision', ['FunctionName'], declared.id);
    const role: Codec<string> = { read: (value) => roleIn(mapping, value), write: () => undefined };
    return plainFunction({
      ...declarationOf(declared),
      provider: 'aws',
      platform: { ...platforms.aws, requests: 'several' },
      packaging: 'zip',
      codeRoot: codeRootOf(mapping, declared),
      runtime: setting(revision, ['BuildConfig', 'RuntimeConfig', 'Runtime'], text),
      role: unwritable(quietSetting(revision, [service, 'ExecutionRoleArn'], role)),
      timeout: setting(revision, [service, 'TimeoutSeconds'], number),
      concurrency: environmentsOf(mapping, declared),
      environment: variablesOf(revision),
      environmentOpen: false,
    });
  });
}

function roleIn(mapping: Mapping, value: Value): string | undefined {
  const id = referent(mapping, value);
  return id !== undefined && mapping.byId.get(id)?.type === 'AWS::IAM::Role' ? id : undefined;
}

function variablesOf(revision: Declared): readonly EnvironmentVariable[] {
  const map = property(revision, service, 'EnvironmentVariables');
  return entriesOf(map).map(({ key, keyAt }) => ({
    name: key,
    nameAt: keyAt,
    value: settingOf({ ...revision.properties, map: valueAt(map, key), at: keyAt }, [], text),
  }));
}
