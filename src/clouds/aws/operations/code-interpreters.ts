import type { SandboxImage } from '../../../model/sandbox.js';
import { none } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';

/** `SANDBOX` reaches some of the provider's own services, `VPC` what its network lets it. */
const isPublic: Codec<boolean> = {
  read: (value) => {
    const mode = textOf(value);
    return mode === undefined ? undefined : mode === 'PUBLIC';
  },
  write: (open) => (open ? undefined : 'SANDBOX'),
};

/**
 * Interpreters that run the code which a model writes (docs.aws.amazon.com/bedrock-agentcore/latest/devguide/code-interpreter-tool.html,
 * network modes: npm @aws-cdk/aws-service-spec 0.1.216, read 2026-11-26). Browsers are there for the public network.
 */
export function codeInterpreters(mapping: Mapping): readonly SandboxImage[] {
  return mapping.ofType('AWS::BedrockAgentCore::CodeInterpreterCustom').map((declared) => ({
    ...declarationOf(declared),
    kind: 'sandbox-image',
    allCapabilities: none(declared.at),
    reachesInternet: unlessUnsaid(setting(declared, ['NetworkConfiguration', 'NetworkMode'], isPublic)),
    variables: [],
  }));
}

/** The mode has to be said: where it is not, nothing is known. */
function unlessUnsaid(mode: SandboxImage['reachesInternet']): SandboxImage['reachesInternet'] {
  return mode.kind === 'absent' ? none(mode.at) : mode;
}
