import { known, type Setting } from '../../../model/setting.js';
import { words } from '../../values/codec.js';
import { together, withWrite } from '../../values/writes.js';
import { sendingTraces } from '../identity/trace-permissions.js';
import { type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { roleOf } from './role.js';
import type { Surroundings } from './surroundings.js';

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
