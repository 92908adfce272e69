import { isReference, type Literal, partOf } from '../../../../model/literal.js';
import type { Program } from '../../program/expression.js';
import { nameFor } from '../../writing/imported-names.js';
import { type Place, printPlain } from '../../writing/printing.js';

/** A dead-letter queue with the number of receives: one that was made before, or a new one that is made right there. */
export function printRedrive(program: Program, literal: Literal, place?: Place): string | undefined {
  const target = partOf(literal, 'deadLetterTargetArn');
  const receives = partOf(literal, 'maxReceiveCount');
  if (!isReference(target) || typeof receives !== 'number' || place === undefined) return undefined;
  const before = place.madeBefore(target.refersTo);
  const queue = before?.type === 'aws-sqs.Queue' ? before.name : newQueue(program, target.refersTo, place);
  if (queue === undefined) return undefined;
  if (program.language !== 'python') return `{ queue: ${queue}, maxReceiveCount: ${receives} }`;
  const made = nameFor(program, 'aws-sqs.DeadLetterQueue');
  return made === undefined ? undefined : `${made}(queue=${queue}, max_receive_count=${receives})`;
}

/** Messages are kept in it for as long as the service keeps any. */
const days = 14;

function newQueue(program: Program, id: string, { within }: Place): string | undefined {
  const [type, duration] = ['aws-sqs.Queue', 'core.Duration'].map((name) => nameFor(program, name));
  const name = printPlain(program, id.slice(id.lastIndexOf('/') + 1));
  if (type === undefined || duration === undefined || within === '' || !/Dlq$/.test(id)) return undefined;
  return program.language === 'python'
    ? `${type}(${within}, ${name}, retention_period=${duration}.days(${days}))`
    : `new ${type}(${within}, ${name}, { retentionPeriod: ${duration}.days(${days}) })`;
}
