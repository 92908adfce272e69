import type { ServerlessFunction } from '../../../model/function.js';
import type { Literal } from '../../../model/literal.js';
import type { Setting } from '../../../model/setting.js';
import { unknown } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import type { Codec } from '../../values/codec.js';
import { text } from '../../values/codec.js';
import { termOf } from '../../values/terms.js';
import { withWrite } from '../../values/writes.js';
import { type Mapping, property, quietSetting, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { Surroundings } from './surroundings.js';

const level: Codec<boolean> = {
  read: (value) => {
    const written = text.read(value);
    return written === undefined ? undefined : written.toUpperCase() !== 'FATAL';
  },
  write: (word) => (word ? 'INFO' : 'FATAL'),
};

/** Off when one of the two log levels lets fatal errors through only. */
export function loggingOf(declared: Declared): Setting<boolean> {
  const application = setting(declared, ['LoggingConfig', 'ApplicationLogLevel'], level);
  const system = setting(declared, ['LoggingConfig', 'SystemLogLevel'], level);
  const isOff = (read: Setting<boolean>) => read.kind === 'known' && !read.value;
  return isOff(system) || application.kind === 'absent' ? system : application;
}

/** A group by its id or by its name, parts that only the deployment knows included. */
const groupName: Codec<string, Literal> = {
  read: (value) => termOf(value)?.to ?? termOf(value)?.text,
  write: (word) => word,
};

type LogGroupSetting = ServerlessFunction['logGroup'];
type Retention = { readonly retentionInDays: number };

/** The log group that a function names, or that is named after it. Writing declares one. */
export function logGroupOf(mapping: Mapping, declared: Declared, surroundings: Surroundings): LogGroupSetting {
  const write = ({ retentionInDays }: Retention) => declareGroup(mapping, declared, retentionInDays);
  const configured = quietSetting(declared, ['LoggingConfig', 'LogGroup'], groupName);
  const [own] = surroundings.groupsByFunction.get(declared.id) ?? [];
  if (own !== undefined) return { kind: 'known', value: own.id, at: own.at, confidence: 'high', write };
  if (configured.kind !== 'absent') {
    return withWrite<string, Literal, Retention>(configured, () => () => undefined);
  }
  if (mapping.template.open || mayBeNamed(mapping, declared, surroundings))
    return unknown(declared.at, 'open template');
  return { kind: 'absent', at: declared.at, write };
}

/** A group with a name only the deployment knows could be that of a function with such a name. */
function mayBeNamed(mapping: Mapping, declared: Declared, { hasUnnamedGroup }: Surroundings): boolean {
  const name = property(declared, 'FunctionName');
  return hasUnnamedGroup && name !== undefined && referent(mapping, name) !== declared.id;
}

function declareGroup(mapping: Mapping, { id }: Declared, days: number): readonly Edit[] | undefined {
  const group = `${id}LogGroup`;
  if (mapping.byId.has(group)) return undefined;
  const body = {
    Type: 'AWS::Logs::LogGroup',
    Properties: {
      LogGroupName: { joined: ['/aws/lambda/', { refersTo: id, attribute: 'name' }] },
      RetentionInDays: days,
    },
  };
  return mapping.template.declare(group, body, id);
}
