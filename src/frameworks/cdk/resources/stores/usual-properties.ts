import type { Value } from '../../../../model/value.js';
import type { Construct } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import type { Call } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { type Draft, has, put } from '../../synthesis/draft.js';
import { list, scalar } from '../../values/made-value.js';

/** What the CDK sets by itself: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_efs.FileSystemProps.html */
export function putDefaults(draft: Draft, { type, call }: Construct): void {
  const { at } = draft;
  if (isOpen(call)) return;
  if (type === 'aws-efs.FileSystem' && !has(draft, 'Encrypted')) put(draft, ['Encrypted'], scalar(at, true));
  if (type === 'aws-rds.DatabaseInstance' && !has(draft, 'PubliclyAccessible'))
    put(draft, ['PubliclyAccessible'], { kind: 'unknown', at, because: 'the subnets decide' });
  if (type === 'aws-cognito.UserPoolClient') putUsualFlows(draft, call);
}

/**
 * A client that names no flow of OAuth allows two of them, `implicit` too, unless it has none of OAuth at all:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.OAuthSettings.html
 */
export function putUsualFlows(draft: Draft, call: Call, position = 2): void {
  const off = given(call, 'disableOAuth', position)?.value;
  const settings = given(call, 'oAuth', position)?.value;
  const resolved = settings && resolve(settings);
  const isKnown = resolved === undefined || (resolved.kind === 'properties' && !resolved.open);
  if (off || has(draft, 'AllowedOAuthFlows') || isOpen(call, position)) return;
  const usual = list(draft.at, [scalar(draft.at, 'implicit'), scalar(draft.at, 'code')]);
  const computed: Value = { kind: 'unknown', at: draft.at, because: 'computed' };
  put(draft, ['AllowedOAuthFlows'], isKnown ? usual : computed);
}
