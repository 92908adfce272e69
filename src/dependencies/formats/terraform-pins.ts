import { folderOf } from '../../model/path.js';
import { type Line, linesOf } from '../../notation/text.js';
import type { Component } from '../component.js';
import type { Format, Parsed, Source } from '../format.js';

/** Terraform: modules and providers that come from elsewhere. */
export const terraformPins: Format = {
  name: 'terraform-pins',
  ecosystem: 'terraform',
  kind: 'manifest',
  matches: (path) => path.endsWith('.tf'),
  parse,
};

interface Block {
  readonly kind: 'module' | 'provider';
  readonly name: string;
  readonly line: Line;
  readonly depth: number;
  readonly attributes: Map<string, string>;
}

const moduleHead = /^\s{0,100}module\s{1,20}"([^"]{1,200})"\s{0,20}\{/;
const providerHead = /^\s{0,100}([\w-]{1,100})\s{0,20}=\s{0,20}\{/;
const attribute = /^\s{0,100}(source|version)\s{0,50}=\s{0,50}"([^"]{0,1000})"/;

/** A shared module leaves the upper bounds of providers to those who use it, as Terraform advises. */
function parse({ path, text, files }: Source): Parsed {
  if (!/\b(?:module|required_providers)\b/.test(text)) return { components: [], notices: [] };
  const folder = folderOf(path);
  const shared = /(?:^|\/)modules\//.test(path);
  const locked =
    shared || files.read(folder === '' ? '.terraform.lock.hcl' : `${folder}/.terraform.lock.hcl`) !== undefined;
  const components = blocksOf(text).flatMap((block) =>
    block.kind === 'module' ? (moduleOf(path, block) ?? []) : locked ? [] : providerOf(path, block),
  );
  return { components, notices: [] };
}

/** Blocks by counting braces; strings with braces in them stand in other blocks than these. */
function blocksOf(text: string): readonly Block[] {
  const done: Block[] = [];
  let depth = 0;
  let open: Block | undefined;
  let providers: number | undefined;
  for (const line of linesOf(text)) {
    const code = line.text.slice(0, 2000);
    if (/^\s{0,100}(?:#|\/\/)/.test(code)) continue;
    if (open === undefined) open = headOf(line, code, depth, providers);
    const found = open === undefined ? null : attribute.exec(code);
    if (found !== null) open?.attributes.set(found[1] ?? '', found[2] ?? '');
    if (/^\s{0,100}required_providers\s{0,20}\{/.test(code)) providers = depth;
    depth += count(code, '{') - count(code, '}');
    if (open !== undefined && depth <= open.depth) {
      done.push(open);
      open = undefined;
    }
    if (providers !== undefined && depth <= providers) providers = undefined;
  }
  return done;
}

function headOf(line: Line, code: string, depth: number, providers: number | undefined): Block | undefined {
  const inProviders = providers !== undefined && depth > providers;
  const name = (inProviders ? providerHead : moduleHead).exec(code)?.[1];
  if (name === undefined) return undefined;
  return { kind: inProviders ? 'provider' : 'module', name, line, depth, attributes: new Map() };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

const common = { relation: 'direct', dev: false, via: [] } as const;

function moduleOf(path: string, { name, line, attributes }: Block): Component | undefined {
  const source = attributes.get('source') ?? '';
  if (source === '' || source.startsWith('.') || source.includes('${')) return undefined;
  const at = { path, start: line.start, end: line.start + line.text.trimEnd().length };
  const git = /^git(?:::|@)|^(?:github|bitbucket)\.(?:com|org)\/|\.git(?:\/\/|\?|$)/.test(source);
  const reference = /[?&]ref=([^&"]{1,200})/.exec(source)?.[1];
  const registry = /^(?:[\w.-]{1,100}\/)?[\w-]{1,100}\/[\w-]{1,100}\/[\w-]{1,100}(?:\/\/.{0,300})?$/.test(source);
  if (!git && !registry) return undefined;
  const version = git ? reference : attributes.get('version');
  return { ...common, name: `module.${name}`, version, at, origin: git ? 'git' : 'registry', pinned: 'module' };
}

function providerOf(path: string, { name, line, attributes }: Block): Component {
  const at = { path, start: line.start, end: line.start + line.text.trimEnd().length };
  const range = attributes.get('version');
  const bounded = range !== undefined && !/^>=?[^,]{0,50}$/.test(range.trim());
  return {
    ...common,
    name: `provider.${name}`,
    version: bounded ? range : undefined,
    at,
    origin: 'registry',
    pinned: 'provider',
  };
}
