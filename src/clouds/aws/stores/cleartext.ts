import type { Literal } from '../../../model/literal.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Mapping, property, quiet } from '../mapping.js';
import { type PolicyStatement, readPolicyDocument } from '../policies/document.js';
import type { Declared } from '../template.js';

interface Form {
  /** The policy's type, and where it names what it is attached to. */
  readonly type: string;
  readonly target: string;
  readonly actions: string;
  readonly inside?: string;
}

const forms: ReadonlyMap<string, Form> = new Map([
  ['AWS::S3::Bucket', { type: 'AWS::S3::BucketPolicy', target: 'Bucket', actions: 's3:*', inside: '/*' }],
  ['AWS::SQS::Queue', { type: 'AWS::SQS::QueuePolicy', target: 'Queues', actions: 'sqs:*' }],
  ['AWS::SNS::Topic', { type: 'AWS::SNS::TopicPolicy', target: 'Topics', actions: 'sns:Publish' }],
]);

/** Whether a store's policy denies what comes without TLS; a policy that could not be read may do so. */
export function refusalOf(mapping: Mapping, declared: Declared): Setting<boolean, true> {
  const form = forms.get(declared.type);
  const { template } = mapping;
  if (form === undefined || declared.generated === true || template.open)
    return unknown(declared.at, 'policies elsewhere');
  const policies = policiesOf(mapping, declared, form);
  const documents = policies.map((policy) => ({
    written: property(policy, 'PolicyDocument'),
    ...readPolicyDocument(property(policy, 'PolicyDocument'), quiet(mapping.reading)),
  }));
  const denial = documents.flatMap(({ statements }) => statements).find(isDenial);
  if (denial !== undefined) return fixed<boolean, true>(true, denial.at);
  if (documents.some(({ open, written }) => open || written === undefined)) return unknown(declared.at, 'policy');
  const statement = denialFor(declared.id, form);
  const write = () =>
    writeDenial(mapping, { declared, form, statement, documents: documents.map(({ written }) => written) });
  return { ...absent<true>(declared.at), write };
}

/** Those that point at the store, and those that name its id as plain text: a `Ref` was lost, and its author means this store. */
function policiesOf(mapping: Mapping, { id }: Declared, { type, target }: Form): readonly Declared[] {
  const pointing = mapping.pointing(type, [target], id);
  if (pointing.length > 0) return pointing;
  return mapping.ofType(type).filter((policy) => itemsOf(property(policy, target)).some((item) => textOf(item) === id));
}

function isDenial({ effect, conditions }: PolicyStatement): boolean {
  if (effect !== 'deny') return false;
  return conditions.some(({ key, operator, values }) => {
    const name = key.toLowerCase();
    if (name === 's3:tlsversion') return true;
    return (
      name === 'aws:securetransport' &&
      /^bool/i.test(operator) &&
      values.some(({ text }) => text.toLowerCase() === 'false')
    );
  });
}

function denialFor(id: string, { actions, inside }: Form): Literal {
  const self: Literal = { refersTo: id, attribute: 'arn' };
  return {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: actions,
    Resource: inside === undefined ? self : [self, { joined: [{ refersTo: id, attribute: 'arn' }, inside] }],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

interface Denial {
  readonly declared: Declared;
  readonly form: Form;
  readonly statement: Literal;
  readonly documents: readonly (Value | undefined)[];
}

/** One more statement of the only policy, or a policy of its own. */
function writeDenial(mapping: Mapping, { declared, form, statement, documents }: Denial) {
  const { template, reading } = mapping;
  const [only, another] = documents;
  if (another !== undefined) return undefined;
  const list = valueAt(only, 'Statement');
  if (documents.length > 0) return list?.kind === 'list' ? reading.writer.append(list, statement) : undefined;
  // What `Ref` gives is what the policies ask for: a bucket's name, a queue's URL, a topic's ARN.
  const self: Literal = { refersTo: declared.id, attribute: 'id' };
  const id = `${declared.id}TlsPolicy`;
  const target = form.target.endsWith('s') ? [self] : self;
  const document = { Version: '2012-10-17', Statement: [statement] };
  const body = { Type: form.type, Properties: { [form.target]: target, PolicyDocument: document } };
  return mapping.byId.has(id) ? undefined : template.declare(id, body, declared.id);
}
