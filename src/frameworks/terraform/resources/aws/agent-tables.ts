import { argument, block, blocks, type ResourceTable } from '../field.js';

/** Whose tokens gateways and runtimes of agents take. */
const tokens = block('authorizer_configuration', {
  CustomJWTAuthorizer: block('custom_jwt_authorizer', {
    AllowedAudience: argument('allowed_audience'),
    AllowedClients: argument('allowed_clients'),
    AllowedScopes: argument('allowed_scopes'),
    CustomClaims: blocks('custom_claim', { Name: argument('inbound_token_claim_name') }),
  }),
});

/**
 * Agents, their gateways and tools, and images of machines for untrusted code. Runtimes: hashicorp/terraform-provider-aws 05799b69,
 * website/docs/r/bedrockagentcore_agent_runtime.html.markdown, read 2026-11-27.
 */
export const agentTables: Readonly<Record<string, ResourceTable>> = {
  aws_bedrockagentcore_agent_runtime: {
    type: 'AWS::BedrockAgentCore::Runtime',
    fields: {
      AgentRuntimeName: argument('agent_runtime_name'),
      RoleArn: argument('role_arn'),
      AgentRuntimeArtifact: block('agent_runtime_artifact', {
        ContainerConfiguration: block('container_configuration', { ContainerUri: argument('container_uri') }),
        CodeConfiguration: block('code_configuration', { Runtime: argument('runtime') }),
      }),
      NetworkConfiguration: block('network_configuration', { NetworkMode: argument('network_mode') }),
      EnvironmentVariables: argument('environment_variables'),
      AuthorizerConfiguration: tokens,
    },
  },
  aws_bedrockagentcore_gateway: {
    type: 'AWS::BedrockAgentCore::Gateway',
    fields: {
      AuthorizerType: argument('authorizer_type'),
      ExceptionLevel: argument('exception_level'),
      AuthorizerConfiguration: tokens,
      InterceptorConfigurations: blocks('interceptor_configuration', {
        InterceptionPoints: argument('interception_points'),
      }),
    },
  },
  aws_bedrockagentcore_code_interpreter: {
    type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
    fields: {
      NetworkConfiguration: block('network_configuration', { NetworkMode: argument('network_mode') }),
    },
  },
  aws_bedrockagentcore_gateway_target: {
    type: 'AWS::BedrockAgentCore::GatewayTarget',
    fields: {
      GatewayIdentifier: argument('gateway_identifier'),
      TargetConfiguration: block('target_configuration', {
        Mcp: block('mcp', { Lambda: block('lambda', { LambdaArn: argument('lambda_arn') }) }),
      }),
    },
  },
  aws_lambdamicrovms_image: {
    type: 'AWS::Lambda::MicrovmImage',
    fields: {
      Name: argument('name'),
      AdditionalOsCapabilities: argument('additional_os_capabilities'),
      EgressNetworkConnectors: argument('egress_network_connectors'),
      EnvironmentVariables: argument('environment_variables'),
    },
  },
};
