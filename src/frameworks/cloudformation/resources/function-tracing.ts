import type { Role } from '../../../model/identity.js';
import { known, type Setting } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { words } from '../../reading/codec.js';
import { together, withWrite } from '../../reading/writes.js';
import type { Declared } from '../template.js';
import { roleOf } from './function-role.js';
import type { Surroundings } from './functions.js';
import { type Mapping, setting } from './mapping.js';

const mode = words({ Active: 'active', PassThrough: 'off', Disabled: 'off' } as const);

/** X-Ray tracing. Switching it on also gives the function's role the right to send traces, unless SAM does so. */
export function tracingOf(mapping: Mapping, declared: Declared, { roles }: Surroundings): Setting<'active' | 'off'> {
  const path = declared.type === 'AWS::Serverless::Function' ? ['Tracing'] : ['TracingConfig', 'Mode'];
  const role = roles.get(known(roleOf(mapping, declared)) ?? '');
  return withWrite<'active' | 'off', 'active' | 'off', 'active' | 'off'>(
    setting(declared, path, mode),
    (write) => (word) => (word === 'active' ? together(write(word), sendingTraces(role)) : write(word)),
  );
}

function sendingTraces(role: Role | undefined): readonly Edit[] | undefined {
  if (role === undefined || role.generated) return role && [];
  return maySendTraces(role) ? [] : role.attach('AWSXRayDaemonWriteAccess');
}

function maySendTraces({ named, grants }: Role): boolean {
  if (named.some(({ name }) => /(?:^|\/)AWSX[Rr]ay(?:DaemonWrite|WriteOnly|Full)Access$/.test(name))) return true;
  return grants.some(({ effect, actions }) => effect === 'allow' && actions.terms.some(({ text }) => sends.test(text)));
}

const sends = /^(?:\*|xray:(?:\*|Put\*|PutTraceSegments))$/;
