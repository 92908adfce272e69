import type { Span } from '../../../../model/span.js';
import type { Construct, Invocation } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { member, type Row, row, translated } from '../../synthesis/rows.js';
import { addDraft, addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { joinParts } from '../../values/joined-text.js';
import { reference, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';
import { retention } from '../functions/function-logs.js';

const types = {
  API_KEY: 'API_KEY',
  IAM: 'AWS_IAM',
  USER_POOL: 'AMAZON_COGNITO_USER_POOLS',
  OIDC: 'OPENID_CONNECT',
  LAMBDA: 'AWS_LAMBDA',
};

const rows: readonly Row[] = [
  row(
    'authorizationConfig.defaultAuthorization.authorizationType',
    'AuthenticationType',
    translated('aws-appsync', 'AuthorizationType', { ...types, AWS_IAM: 'AWS_IAM' }),
  ),
  row('xrayEnabled', 'XrayEnabled'),
  row('logConfig.fieldLogLevel', 'LogConfig.FieldLogLevel', member('aws-appsync', 'FieldLogLevel')),
  row('logConfig.excludeVerboseContent', 'LogConfig.ExcludeVerboseContent'),
  row('visibility', 'Visibility', member('aws-appsync', 'Visibility')),
  row('introspectionConfig', 'IntrospectionConfig', member('aws-appsync', 'IntrospectionConfig')),
];

/** A GraphQL API; who does not say how callers prove themselves gets an API key. */
export function addGraphql(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::AppSync::GraphQLApi');
  const api = { ...draft, insert: inserter(synthesis, call, rows) };
  synthesis.drafts.set(draft.id, api);
  fill(synthesis, api, { call }, rows);
  if (given(call, 'authorizationConfig') === undefined && !isOpen(call))
    put(api, ['AuthenticationType'], scalar(api.at, 'API_KEY'));
  const log = given(call, 'logConfig');
  if (log === undefined) return;
  put(api, ['LogConfig', 'CloudWatchLogsRoleArn'], reference(log.keyAt, `${construct.id}/ApiLogsRole`, 'Arn'));
  addLogGroup(synthesis, construct, log.keyAt);
}

const groupRows: readonly Row[] = [row('logConfig.retention', 'RetentionInDays', retention)];

/** The group that the logs go to: its events never expire where nothing is said. */
function addLogGroup(synthesis: Synthesis, construct: Construct, at: Span): void {
  const { id, call } = construct;
  const draft = addNamed(synthesis, { id: `${id}/LogRetention`, type: 'AWS::Logs::LogGroup', at, whole: at });
  const group = { ...draft, insert: inserter(synthesis, call, groupRows) };
  synthesis.drafts.set(draft.id, group);
  put(group, ['LogGroupName'], joinParts(at, ['/aws/appsync/apis/', { to: id }]));
  fill(synthesis, group, { call }, groupRows);
}

/** `api.addLambdaDataSource('Id', fn)`. */
export function addDataSource(synthesis: Synthesis, { call }: Invocation, api: Construct): void {
  const [name, fn] = call.args;
  if (name === undefined || fn === undefined) return;
  const { at } = call;
  const id = `${api.id}/${name.kind === 'literal' ? String(name.value) : 'Source'}`;
  const draft = addNamed(synthesis, { id, type: 'AWS::AppSync::DataSource', at, whole: at });
  put(draft, ['ApiId'], reference(at, api.id));
  put(draft, ['LambdaConfig', 'LambdaFunctionArn'], lowerValue(synthesis.construction, fn));
}
