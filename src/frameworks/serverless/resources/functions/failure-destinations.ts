import type { Template } from '../../../../clouds/aws/template.js';
import type { Codec } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { together, withWrite } from '../../../../clouds/values/writes.js';
import type { ServerlessFunction, WriteFailureTarget } from '../../../../model/function.js';
import type { Literal } from '../../../../model/literal.js';
import type { Edit } from '../../../../model/span.js';
import { textOf, type Value, valueAt } from '../../../../model/value.js';
import { normalized } from '../../service/names.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { isOverridden, overridingMap } from '../overrides.js';

type OnFailure = ServerlessFunction['onFailure'];
type Edits = readonly Edit[] | undefined;

/** A function by its key, or something by its ARN. */
function targetIn(value: Value): string | undefined {
  if (value.kind === 'map') return targetIn(valueAt(value, 'arn') ?? { kind: 'unknown', at: value.at, because: '' });
  if (value.kind === 'pattern') return 'elsewhere';
  return value.kind === 'reference' ? value.to : textOf(value);
}

export const failureCodec: Codec<string, Literal> = { read: targetIn, write: (word) => word };

/** Where failed asynchronous events go: `onError`, `destinations.onFailure`, or the dead-letter plugin's. Undefined if CloudFormation's words say it. */
export function failureOf(service: Service, template: Template, fn: ConfiguredFunction): OnFailure | undefined {
  if (isOverridden(overridingMap(service, service.names.logicalId(fn.id), fn.at), 'DeadLetterConfig')) return undefined;
  const queue = settingOf(fn.section, ['onError'], failureCodec);
  const destination = settingOf(fn.section, ['destinations', 'onFailure'], failureCodec);
  const plugin = settingOf(fn.section, ['deadLetter'], { read: () => 'elsewhere', write: failureCodec.write });
  const found = [queue, destination, plugin].find(({ kind }) => kind !== 'absent') ?? destination;
  return withWrite<string, Literal, WriteFailureTarget>(
    found,
    () => (word) => writeTarget(service, template, { fn, word }),
  );
}

interface Wish {
  readonly fn: ConfiguredFunction;
  readonly word: WriteFailureTarget;
}

/** The framework gives the role that it makes the right to send there. */
function writeTarget(service: Service, template: Template, { fn, word }: Wish): Edits {
  if (word !== 'new') return writeDestination(service, fn, word.queue);
  const id = `${normalized(fn.key)}Failures`;
  const body = { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } };
  return together(template.declare(id, body), writeDestination(service, fn, id));
}

function writeDestination({ reading }: Service, { section }: ConfiguredFunction, id: string): Edits {
  const { map } = section;
  if (map?.kind !== 'map' || valueAt(map, 'role') !== undefined) return undefined;
  const target = { type: 'sqs', arn: { refersTo: id, attribute: 'arn' } };
  return reading.writer.insert(map, ['destinations', 'onFailure'], target);
}
