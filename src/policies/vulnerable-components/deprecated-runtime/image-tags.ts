import type { Provider } from '../../../model/function.js';

/** The runtime that a base image brings. */
export interface BaseRuntime {
  readonly provider: Provider;
  /** As the tables of runtimes say it: `nodejs16.x`, `node|16`. */
  readonly runtime: string;
  /** The tag of the same image with another runtime; undefined where the tag says more than the runtime. */
  readonly tagOf: (runtime: string) => string | undefined;
}

/**
 * Base images of AWS Lambda (https://docs.aws.amazon.com/lambda/latest/dg/images-create.html) and Azure Functions
 * (https://mcr.microsoft.com/catalog?search=azure-functions), seen 2026-11-26; tags end in a build date or an architecture.
 */
export function runtimeOfImage(name: string, tag: string): BaseRuntime | undefined {
  const [, lambda] = /^(?:public\.ecr\.aws\/lambda\/|(?:docker\.io\/)?amazon\/aws-lambda-)([a-z]+)$/.exec(name) ?? [];
  if (lambda !== undefined) return lambdaRuntime(lambda, tag);
  return /^mcr\.microsoft\.com\/azure-functions\/[a-z-]+$/.test(name) ? azureRuntime(tag) : undefined;
}

const lambdaVersions: Readonly<Record<string, RegExp>> = {
  nodejs: /^\d+/,
  python: /^\d\.\d+/,
  java: /^\d+(?:\.al\d+)?/,
  dotnet: /^(?:core3\.1|\d+)/,
  ruby: /^\d\.\d/,
  provided: /^al(?:2023|2|ami)/,
};

function lambdaRuntime(family: string, tag: string): BaseRuntime | undefined {
  const [version] = lambdaVersions[family]?.exec(tag) ?? [];
  if (version === undefined) return undefined;
  const rest = tag.slice(version.length);
  const isPlain = /^(?:-(?:x86_64|arm64))?$/.test(rest);
  const tagOf = (runtime: string): string | undefined => {
    const [, next] = /^(?:nodejs|python)([\d.]*\d)(?:\.x)?$/.exec(runtime) ?? [];
    return next === undefined || !isPlain ? undefined : `${next}${rest}`;
  };
  return { provider: 'aws', runtime: lambdaName(family, version), tagOf };
}

function lambdaName(family: string, version: string): string {
  if (family === 'nodejs') return `nodejs${version}.x`;
  if (family !== 'provided') return `${family}${version}`;
  return version === 'alami' ? 'provided' : `provided.${version}`;
}

/** `4-node16-slim`: the host, the language and its version, what else is in it. */
function azureRuntime(tag: string): BaseRuntime | undefined {
  const [, host = '', language, version, rest = ''] = /^(\d+-)([a-z-]+?)(\d+(?:\.\d+)?)(-[a-z-]+)?$/.exec(tag) ?? [];
  if (language === undefined || version === undefined) return undefined;
  const tagOf = (runtime: string): string | undefined => {
    const [, next] = /^(?:node|python)\|([\d.]+)$/.exec(runtime) ?? [];
    return next === undefined ? undefined : `${host}${language}${next}${rest}`;
  };
  return { provider: 'azure', runtime: `${language}|${version.replace(/\.0$/, '')}`, tagOf };
}
