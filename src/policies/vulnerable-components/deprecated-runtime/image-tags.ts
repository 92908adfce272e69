import type { Provider } from '../../../model/function.js';
import { runtimeImages } from './base-images.data.js';

/** The runtime that a base image brings. */
export interface BaseRuntime {
  readonly provider: Provider;
  /** As the tables of runtimes say it: `nodejs16.x`, `node|16`. */
  readonly runtime: string;
  /** The tag of the same image with another runtime; undefined where the tag says more than the runtime. */
  readonly tagOf: (runtime: string) => string | undefined;
}

/** The runtime of an image that is made for functions. */
export function runtimeOfImage(name: string, tag: string): BaseRuntime | undefined {
  for (const { image, provider, tags } of runtimeImages) {
    const [matched, family] = image.exec(name) ?? [];
    if (matched === undefined) continue;
    const read = tags === 'version' ? runtimeOfVersion(family ?? '', tag) : runtimeOfVariant(tag);
    return read && { ...read, provider };
  }
  return undefined;
}

const versions: Readonly<Record<string, RegExp>> = {
  nodejs: /^\d+/,
  python: /^\d\.\d+/,
  java: /^\d+(?:\.al\d+)?/,
  dotnet: /^(?:core3\.1|\d+)/,
  ruby: /^\d\.\d/,
  provided: /^al(?:2023|2|ami)/,
};

type Read = Omit<BaseRuntime, 'provider'>;

/** `16`, `3.8-arm64`, `16.2024.05.29.10`: the version, then an architecture or the day it was built. */
function runtimeOfVersion(family: string, tag: string): Read | undefined {
  const [version] = versions[family]?.exec(tag) ?? [];
  if (version === undefined) return undefined;
  const rest = tag.slice(version.length);
  const isPlain = /^(?:-(?:x86_64|arm64))?$/.test(rest);
  const tagOf = (runtime: string): string | undefined => {
    const [, next] = /^(?:nodejs|python)([\d.]*\d)(?:\.x)?$/.exec(runtime) ?? [];
    return next === undefined || !isPlain ? undefined : `${next}${rest}`;
  };
  return { runtime: runtimeNamed(family, version), tagOf };
}

function runtimeNamed(family: string, version: string): string {
  if (family === 'nodejs') return `nodejs${version}.x`;
  if (family !== 'provided') return `${family}${version}`;
  return version === 'alami' ? 'provided' : `provided.${version}`;
}

/** `4-node16-slim`: the host, the language and its version, what else is in it. */
function runtimeOfVariant(tag: string): Read | undefined {
  const [, host = '', language, version, rest = ''] = /^(\d+-)([a-z-]+?)(\d+(?:\.\d+)?)(-[a-z-]+)?$/.exec(tag) ?? [];
  if (language === undefined || version === undefined) return undefined;
  const tagOf = (runtime: string): string | undefined => {
    const [, next] = /^(?:node|python)\|([\d.]+)$/.exec(runtime) ?? [];
    return next === undefined ? undefined : `${host}${language}${next}${rest}`;
  };
  return { runtime: `${language}|${version.replace(/\.0$/, '')}`, tagOf };
}
