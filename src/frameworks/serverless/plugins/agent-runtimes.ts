import { agentRuntimeType } from '../../../clouds/aws/apis/agent-runtimes.js';
import type { Declared } from '../../../clouds/aws/template.js';
import { madeList, madeMap, madeReference, madeText } from '../../../clouds/values/made.js';
import type { Span } from '../../../model/span.js';
import { isNull, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

/**
 * Agents of `ai.agents`, as the resources that the framework makes of them, each with a role of its own unless it names one. An
 * authorizer that names no issuer of tokens leaves it to signed requests. Read from serverless/serverless 4.41.0,
 * bedrock-agentcore/compilers/runtime.js and README.md, 2026-11-27.
 */
export function agentResources(service: Service): readonly Declared[] {
  const agents = valueAt(service.root, 'ai', 'agents');
  return agents?.kind === 'map' ? agents.entries.flatMap((entry) => resourcesOf(service, entry)) : [];
}

function resourcesOf(service: Service, entry: MapEntry): readonly Declared[] {
  const { value, keyAt: at } = entry;
  const id = `agent ${entry.key}`;
  const given = valueAt(value, 'role');
  const isMade = given === undefined || isNull(given) || (given.kind === 'map' && given.entries.length > 0);
  const properties = madeMap(
    at,
    {
      AgentRuntimeArtifact: artifactOf(value, at),
      NetworkConfiguration: madeMap(at, { NetworkMode: modeOf(value, at) }),
      EnvironmentVariables: valueAt(value, 'environment'),
      AuthorizerConfiguration: authorizerOf(value),
      RoleArn: isMade ? madeReference(at, `${id} role`, 'Arn') : pointed(given),
    },
    value.kind === 'map' && value.open,
  );
  const place = { at, whole: value.at, metadata: undefined, condition: undefined };
  const own = (one: string, type: string, map: Value): Declared => ({
    ...{ id: one, type, ...place, properties: { map, at, reading: service.reading }, generated: true },
  });
  const role = isMade ? [own(`${id} role`, 'AWS::IAM::Role', roleOf(given, at))] : [];
  return [own(id, agentRuntimeType, properties), ...role];
}

/** A role of the template may be named by its logical id alone. */
function pointed(role: Value): Value {
  const text = textOf(role);
  return text === undefined || text.startsWith('arn:') ? role : madeReference(role.at, text, 'Arn');
}

/** An image, unless code for a runtime of the platform is named. */
function artifactOf(agent: Value, at: Span): Value {
  const said = valueAt(agent, 'runtime') ?? valueAt(agent, 'artifact', 'runtime');
  const isCode = said !== undefined || valueAt(agent, 'handler') !== undefined;
  if (!isCode) return madeMap(at, { ContainerConfiguration: madeMap(at, {}, true) });
  const name = textOf(said)?.toUpperCase();
  const [, minor] = /^PYTHON3\.(\d{1,2})$/.exec(name ?? '') ?? [];
  const runtime =
    said && (name === undefined ? said : madeText(said.at, minor === undefined ? name : `PYTHON_3_${minor}`));
  return madeMap(at, { CodeConfiguration: madeMap(at, { Runtime: runtime ?? madeText(at, 'PYTHON_3_13') }) });
}

function modeOf(agent: Value, at: Span): Value {
  const said = valueAt(agent, 'network', 'mode');
  const text = textOf(said);
  if (said !== undefined && text === undefined) return said;
  return madeText(said?.at ?? at, (text ?? 'PUBLIC').toUpperCase());
}

const filters = {
  AllowedAudience: 'allowedAudience',
  AllowedClients: 'allowedClients',
  AllowedScopes: 'allowedScopes',
  CustomClaims: 'customClaims',
} as const;

function authorizerOf(agent: Value): Value | undefined {
  const said = valueAt(agent, 'authorizer');
  const jwt = valueAt(said, 'jwt');
  if (said === undefined || said.kind === 'scalar' || (said.kind === 'map' && jwt === undefined)) return undefined;
  if (jwt?.kind !== 'map') return { kind: 'unknown', at: said.at, because: 'computed' };
  const asked = Object.entries(filters).map(([name, key]) => [name, valueAt(jwt, key)] as const);
  return madeMap(said.at, { CustomJWTAuthorizer: madeMap(jwt.at, Object.fromEntries(asked), jwt.open) });
}

/** What the author adds to the role; the framework adds what an agent needs to log, trace and pull its image. */
function roleOf(given: Value | undefined, at: Span): Value {
  const statements = valueAt(given, 'statements');
  const document = statements && madeMap(at, { PolicyDocument: madeMap(at, { Statement: statements }) });
  const trust = madeMap(at, {
    Effect: madeText(at, 'Allow'),
    Principal: madeMap(at, { Service: madeText(at, 'bedrock-agentcore.amazonaws.com') }),
    Action: madeText(at, 'sts:AssumeRole'),
  });
  return madeMap(at, {
    Policies: document && madeList(at, [document]),
    ManagedPolicyArns: valueAt(given, 'managedPolicies'),
    PermissionsBoundary: valueAt(given, 'permissionsBoundary'),
    AssumeRolePolicyDocument: madeMap(at, { Statement: madeList(at, [trust]) }),
  });
}
