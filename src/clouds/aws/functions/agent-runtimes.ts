import type { ServerlessFunction } from '../../../model/function.js';
import type { Platform } from '../../../model/platform.js';
import { textOf } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { platforms } from '../../plain/platforms.data.js';
import { type Codec, text } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { agentRuntimeType } from '../apis/agent-runtimes.js';
import { declarationOf, type Mapping, property, quietSetting, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { environmentIn } from './environment.js';
import { roleNamed } from './role.js';

/**
 * Sessions have a machine each, for eight hours at most; how many there are only quotas bound
 * (docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-sessions.html, serverless/serverless 4.41.0
 * bedrock-agentcore/compilers/runtime.js, read 2026-11-27). The role is taken over by the service of the agents.
 */
const agents: Platform = {
  ...platforms.aws,
  assumedBy: 'bedrock-agentcore.amazonaws.com',
  logging: 'platform',
  tracing: 'platform',
  limit: 'instances',
  unlimited: 'few',
  endlessRetries: 'never',
  waits: undefined,
  longest: 28_800,
};

/** It runs in a network of its own account, or on the public one. */
const inside: Codec<boolean> = {
  read: (value) => {
    const mode = textOf(value);
    return mode === undefined ? undefined : mode === 'VPC';
  },
  write: () => undefined,
};

/** Runtimes of agents: code with a role and variables, which callers start as they do functions. */
export function agentRuntimes(mapping: Mapping): readonly ServerlessFunction[] {
  return mapping.ofType(agentRuntimeType).map((declared) => functionOf(mapping, declared));
}

const code = ['AgentRuntimeArtifact', 'CodeConfiguration'] as const;
const image = ['AgentRuntimeArtifact', 'ContainerConfiguration'] as const;

function functionOf(mapping: Mapping, declared: Declared): ServerlessFunction {
  return plainFunction({
    ...declarationOf(declared),
    provider: 'aws',
    platform: agents,
    packaging: packagingOf(declared),
    runtime: setting(declared, [...code, 'Runtime'], text),
    role: unwritable(quietSetting(declared, ['RoleArn'], roleNamed(mapping))),
    insideVpc: setting(declared, ['NetworkConfiguration', 'NetworkMode'], inside),
    ...environmentIn(mapping, declared, property(declared, 'EnvironmentVariables')),
  });
}

function packagingOf(declared: Declared): ServerlessFunction['packaging'] {
  if (property(declared, ...image) !== undefined) return 'image';
  return property(declared, ...code) === undefined ? 'unknown' : 'zip';
}
