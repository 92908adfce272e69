import type { Construct } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import { put } from '../../synthesis/draft.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { list, map, reference, scalar } from '../../values/made-value.js';

/** `publicReadAccess` lets everyone read, by a policy of the bucket's own. */
export function addBucketPolicy(synthesis: Synthesis, construct: Construct): void {
  const found = given(construct.call, 'publicReadAccess')?.value;
  if (found?.kind !== 'literal' || found.value !== true) return;
  const policy = addDraft(synthesis, construct, 'AWS::S3::BucketPolicy', 'Policy');
  const { at } = found;
  put(policy, ['Bucket'], reference(at, construct.id));
  const statement = map(at, {
    Effect: scalar(at, 'Allow'),
    Principal: scalar(at, '*'),
    Action: scalar(at, 's3:GetObject'),
    Resource: { kind: 'pattern', at, parts: [{ to: construct.id, attribute: 'Arn' }, '/*'] },
  });
  put(policy, ['PolicyDocument'], map(at, { Statement: list(at, [statement]) }));
}
