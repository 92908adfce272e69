import type { Literal } from '../../../../model/literal.js';
import { type Construct, programAt } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { type Edits, put } from '../../synthesis/draft.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, reference, scalar } from '../../values/made-value.js';
import { printPlain } from '../../writing/printing.js';
import { insertProperty } from '../../writing/property-edits.js';

const policies = new Map([
  ['aws-s3.Bucket', ['AWS::S3::BucketPolicy', 'Bucket']],
  ['aws-sqs.Queue', ['AWS::SQS::QueuePolicy', 'Queues']],
  ['aws-sns.Topic', ['AWS::SNS::TopicPolicy', 'Topics']],
]);

/** `enforceSSL` makes a policy that denies what comes without TLS. */
export function addTlsPolicy(synthesis: Synthesis, construct: Construct): void {
  const [type, target] = policies.get(construct.type) ?? [];
  const found = given(construct.call, 'enforceSSL') ?? given(construct.call, 'enforceSsl');
  if (type === undefined || target === undefined || found === undefined) return;
  const { keyAt: at, value } = found;
  const isOn = lowerValue(synthesis.construction, value);
  if (isOn.kind === 'scalar' && isOn.value !== true) return;
  const policy = addDraft(synthesis, construct, type, 'Policy');
  const owner = reference(at, construct.id);
  put(policy, [target], target.endsWith('s') ? list(at, [owner]) : owner);
  const condition = map(at, { Bool: map(at, { 'aws:SecureTransport': scalar(at, 'false') }) });
  const denial = map(at, { Effect: scalar(at, 'Deny'), Principal: scalar(at, '*'), Condition: condition });
  const document = isOn.kind === 'scalar' ? map(at, { Statement: list(at, [denial]) }) : isOn;
  put(policy, ['PolicyDocument'], document);
}

/** A policy that a template would have beside a store, as the property that makes it. */
export function enforceTls({ construction }: Synthesis, body: Literal, owner: string | undefined): Edits {
  const isTls = JSON.stringify(body).includes('aws:SecureTransport');
  const construct = construction.constructs.find(({ id, type }) => id === owner && policies.has(type));
  if (!isTls || construct === undefined) return undefined;
  const program = programAt(construction, construct.call.at);
  const name = program.language === 'python' ? 'enforceSsl' : 'enforceSSL';
  const text = printPlain(program, true);
  return text === undefined ? undefined : insertProperty(program, { call: construct.call, position: 2 }, name, text);
}
