import type { Value } from '../../../../model/value.js';
import { type Construct, programAt } from '../../constructs/construct.js';
import { given, isOn, isOpen } from '../../constructs/given-properties.js';
import { qualifiedName } from '../../constructs/qualified-names.js';
import { resolve } from '../../program/scope.js';
import { type Draft, put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { member, presence, row } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { list, map, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';

const viewers = member('aws-cloudfront', 'ViewerProtocolPolicy');
const origins = member('aws-cloudfront', 'OriginProtocolPolicy');
const standard = 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy';

const leastVersion = 'minimumProtocolVersion';

const rows = [
  row('defaultBehavior.viewerProtocolPolicy', standard, viewers),
  row(
    leastVersion,
    'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
    member('aws-cloudfront', 'SecurityPolicyProtocol'),
  ),
];

/** `new Distribution(...)`: a behavior that says nothing of it answers plain HTTP. */
export function addDistribution(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, type);
  const own = { ...draft, insert: inserter(synthesis, call, rows) };
  synthesis.drafts.set(draft.id, own);
  put(own, ['DistributionConfig', 'DefaultCacheBehavior', 'TargetOriginId'], scalar(own.at, 'made by the construct'));
  const isOwnName = given(call, 'certificate') !== undefined || isOpen(call);
  // Without a certificate the CDK writes none of it, and CloudFront answers by its own.
  fill(synthesis, own, construct, isOwnName ? rows : rows.filter(({ property }) => property !== leastVersion));
  putOrigin(synthesis, own, construct);
  const logs = given(call, 'logBucket') ?? (isOn(call, 'enableLogging') ? given(call, 'enableLogging') : undefined);
  if (logs) put(own, ['DistributionConfig', 'Logging'], map(logs.value.at, {}));
  const additional = given(call, 'additionalBehaviors');
  const behaviors = additional && lowerValue(synthesis.construction, additional.value);
  if (behaviors?.kind === 'map')
    put(own, ['DistributionConfig', 'CacheBehaviors'], behaviorsOf(synthesis, behaviors), additional?.keyAt);
}

const type = 'AWS::CloudFront::Distribution';

/** `new HttpOrigin('...', { protocolPolicy })` of the default behavior. */
function putOrigin(synthesis: Synthesis, draft: Draft, { call }: Construct): void {
  const { construction } = synthesis;
  const behavior = given(call, 'defaultBehavior');
  const options = behavior && resolve(behavior.value);
  const written = options?.kind === 'properties' ? options.entries.find(({ key }) => key === 'origin') : undefined;
  const origin = written && resolve(written.value);
  if (origin?.kind !== 'call' || !/\.HttpOrigin$/.test(qualifiedName(origin.callee) ?? '')) return;
  const [domain] = origin.args;
  const policy = given(origin, 'protocolPolicy', 1);
  if (domain === undefined || policy === undefined) return;
  const { at } = policy.value;
  const text = { ...lowerValue(construction, policy.value) };
  synthesis.writing.replacing.set(text, (literal) => {
    const printed = origins.print(programAt(construction, at), literal);
    return printed === undefined || text.origin !== undefined ? undefined : [{ ...at, text: printed }];
  });
  const config = map(at, { OriginProtocolPolicy: text });
  const item = map(at, { DomainName: lowerValue(construction, domain), CustomOriginConfig: config });
  put(draft, ['DistributionConfig', 'Origins'], list(at, [item]));
}

function behaviorsOf({ construction, writing }: Synthesis, behaviors: Extract<Value, { kind: 'map' }>): Value {
  const items = behaviors.entries.map(({ key, keyAt, value }): Value => {
    if (value.kind !== 'map') return { kind: 'unknown', at: keyAt, because: 'computed' };
    const entries = value.entries.map((entry) => {
      if (entry.key !== 'viewerProtocolPolicy') return entry;
      const written = { ...entry.value };
      writing.replacing.set(written, (literal) => {
        const text = viewers.print(programAt(construction, written.at), literal);
        return text === undefined || written.origin !== undefined ? undefined : [{ ...written.at, text }];
      });
      return { ...entry, key: 'ViewerProtocolPolicy', value: written };
    });
    const path = { key: 'PathPattern', keyAt, value: scalar(keyAt, key) };
    return { ...value, at: keyAt, entries: [path, ...entries] };
  });
  return list(behaviors.at, items);
}

/** `new CloudFrontWebDistribution(...)`, the older kind, sends plain HTTP on unless it is told otherwise. */
export function addWebDistribution(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, type);
  put(draft, standard.split('.'), scalar(draft.at, 'redirect-to-https'));
  fill(synthesis, draft, construct, [
    row('viewerProtocolPolicy', standard, viewers),
    row('loggingConfig', 'DistributionConfig.Logging', presence),
  ]);
}
