import type { Value } from '../../../../../model/value.js';
import type { Construct } from '../../../constructs/construct.js';
import { given, isOpen } from '../../../constructs/given-properties.js';
import type { Call } from '../../../program/expression.js';
import { type Draft, has, put } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { ownDoing } from '../../../synthesis/made-kinds.js';
import { arn, member, plain, presence, type Row, row, seconds } from '../../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { scalar } from '../../../values/made-value.js';
import { inserter } from '../../../writing/inserter.js';
import { optionsAt } from './rest-places.js';

const optionRows: readonly Row[] = [
  row('authorizationType', 'AuthorizationType', member('aws-apigateway', 'AuthorizationType')),
  row('apiKeyRequired', 'ApiKeyRequired'),
  row('authorizer', 'AuthorizerId'),
  row('authorizationScopes', 'AuthorizationScopes'),
  row('requestValidator', 'RequestValidatorId'),
  row('requestValidatorOptions', 'RequestValidatorId', presence),
  row('requestValidatorOptions.validateRequestBody', 'OwnValidator.Body', ownDoing),
  row('requestValidatorOptions.validateRequestParameters', 'OwnValidator.Parameters', ownDoing),
  row('requestModels', 'RequestModels'),
  row('requestParameters', 'RequestParameters'),
];

export function methodInserter(synthesis: Synthesis, call: Call): NonNullable<Draft['insert']> {
  const insert = inserter(synthesis, call, optionRows);
  return (path, literal) => (call.args.length >= 2 ? insert(path, literal) : undefined);
}

interface Options {
  readonly own: Call | undefined;
  readonly api: Call;
  readonly between?: readonly Call[];
}

/** What a method asks of its callers: its own options, else those of the resources and the API above it. */
export function authorize(synthesis: Synthesis, draft: Draft, { own, api, between = [api] }: Options): void {
  if (own) fill(synthesis, draft, { call: own }, optionRows);
  for (const call of between) {
    const position = optionsAt(call);
    const defaults = given(call, 'defaultMethodOptions', position)?.value;
    if (isOpen(call, position)) draft.open = true;
    const value = defaults && lowerValue(synthesis.construction, defaults);
    if (value === undefined) continue;
    if (value.kind !== 'map' || value.open) draft.open = true;
    if (value.kind === 'map')
      for (const { key, keyAt, value: inner } of value.entries) setDefault(draft, { key, keyAt, value: inner });
  }
  completeAuthorization(synthesis, draft);
}

function setDefault(draft: Draft, entry: { key: string; keyAt: Value['at']; value: Value }): void {
  const known = optionRows.find(({ property }) => property === entry.key);
  const [name = ''] = known?.path ?? [];
  if (known !== undefined && !has(draft, name)) put(draft, [name], entry.value, entry.keyAt);
}

/** An authorizer says which kind of authorization there is. */
function completeAuthorization(synthesis: Synthesis, draft: Draft): void {
  const authorizer = draft.properties.entries.get('AuthorizerId')?.node;
  if (authorizer === undefined || !('kind' in authorizer) || has(draft, 'AuthorizationType')) return;
  const made = authorizer.kind === 'reference' ? synthesis.drafts.get(authorizer.to) : undefined;
  const type = made?.properties.entries.get('Type')?.node;
  const isPool = type !== undefined && 'kind' in type && type.kind === 'scalar' && type.value === 'COGNITO_USER_POOLS';
  put(draft, ['AuthorizationType'], scalar(authorizer.at, isPool ? 'COGNITO_USER_POOLS' : 'CUSTOM'));
}

/** Authorizers of REST APIs. */
export function addRestAuthorizer(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Authorizer');
  const isPool = construct.type.endsWith('CognitoUserPoolsAuthorizer');
  const type = isPool ? 'COGNITO_USER_POOLS' : construct.type.endsWith('TokenAuthorizer') ? 'TOKEN' : 'REQUEST';
  put(draft, ['Type'], scalar(draft.at, type));
  fill(synthesis, draft, construct, [
    row('handler', 'AuthorizerUri', arn),
    row('cognitoUserPools', 'ProviderARNs', arn),
    row('identitySource', 'IdentitySource', plain),
    row('resultsCacheTtl', 'AuthorizerResultTtlInSeconds', seconds),
  ]);
}
