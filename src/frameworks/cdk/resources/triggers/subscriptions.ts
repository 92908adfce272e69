import type { Value } from '../../../../model/value.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import type { Call } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { arn, row } from '../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { reference, scalar } from '../../values/made-value.js';

interface Subscribing {
  readonly at: Value['at'];
  readonly topic: Value;
  readonly endpoint: Value;
  readonly protocol: string;
  readonly call: Call;
}

export function addSubscription(synthesis: Synthesis, { at, topic, endpoint, protocol, call }: Subscribing): void {
  const names = [topic, endpoint].map((value) => (value.kind === 'reference' ? value.to : '*'));
  const draft = addNamed(synthesis, { id: `${names.join('->')}`, type: 'AWS::SNS::Subscription', at, whole: at });
  put(draft, ['TopicArn'], topic);
  put(draft, ['Endpoint'], endpoint);
  put(draft, ['Protocol'], scalar(at, protocol));
  fill(synthesis, draft, { call, position: 1 }, [
    row('filterPolicy', 'FilterPolicy'),
    row('filterPolicyWithMessageBody', 'FilterPolicy'),
    row('deadLetterQueue', 'RedrivePolicy.deadLetterTargetArn', arn),
  ]);
}

const protocols = new Map([
  ['LambdaSubscription', 'lambda'],
  ['SqsSubscription', 'sqs'],
  ['EmailSubscription', 'email'],
  ['UrlSubscription', 'https'],
]);

/** `topic.addSubscription(new LambdaSubscription(fn))`. */
export function subscribe(synthesis: Synthesis, { call }: Invocation, topic: Construct): void {
  const [first] = call.args;
  const subscription = first && resolve(first);
  if (subscription?.kind !== 'call') return;
  const protocol = protocols.get(qualifiedName(subscription.callee)?.replace(/^.*\./, '') ?? '');
  const [to] = subscription.args;
  if (protocol === undefined || to === undefined) return;
  const endpoint = arn.read(lowerValue(synthesis.construction, to), synthesis) ?? scalar(call.at, '');
  const text = endpoint.kind === 'scalar' ? String(endpoint.value) : '';
  const written = protocol === 'https' && text.startsWith('http://') ? 'http' : protocol;
  addSubscription(synthesis, {
    at: call.at,
    topic: reference(call.at, topic.id),
    endpoint,
    protocol: written,
    call: subscription,
  });
}
