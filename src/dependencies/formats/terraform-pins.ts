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
  /** `configured`: a block of its own, which need not say which provider that is. */
  readonly kind: 'module' | 'provider' | 'configured';
  readonly name: string;
  readonly line: Line;
  readonly depth: number;
  readonly attributes: Map<string, string>;
}

const moduleHead = /^\s{0,100}module\s{1,20}"([^"]{1,200})"\s{0,20}\{/;
const configuredHead = /^\s{0,100}provider\s{1,20}"?([\w-]{1,100})"?\s{0,20}\{/;
const providerHead = /^\s{0,100}([\w-]{1,100})\s{0,20}=\s{0,20}\{/;
const attribute = /^\s{0,100}(source|version)\s{0,50}=\s{0,50}"([^"]{0,1000})"/;

/** A shared module leaves the upper bounds of providers to those who use it, as Terraform advises. */
function parse({ path, text, files }: Source): Parsed {
  if (!/\b(?:module|required_providers|provider)\b/.test(text)) return { components: [], notices: [] };
  const folder = folderOf(path);
  const shared = /(?:^|\/)modules\//.test(path);
  const locked =
    shared || files.read(folder === '' ? '.terraform.lock.hcl' : `${folder}/.terraform.lock.hcl`) !== undefined;
  const blocks = blocksOf(text);
  const unsaid = locked ? [] : unsaidProviders(path, blocks, files);
  const components = blocks.flatMap((block) => {
    if (block.kind === 'module') return moduleOf(path, block) ?? [];
    return locked || (block.kind === 'configured' && !unsaid.includes(block)) ? [] : providerOf(path, block);
  });
  return { components, notices: [] };
}

/** Providers that are configured here, once each, and that no file of the module names among those it requires: any version will do. */
function unsaidProviders(path: string, blocks: readonly Block[], files: Source['files']): readonly Block[] {
  const configured = blocks.filter(({ kind }) => kind === 'configured');
  if (configured.length === 0) return [];
  const folder = folderOf(path);
  const siblings = files.list().filter((one) => one.endsWith('.tf') && folderOf(one) === folder);
  const required = new Set(
    siblings.flatMap((one) => {
      const named = blocksOf(files.read(one) ?? '').filter(({ kind }) => kind === 'provider');
      return named.map(({ name }) => name);
    }),
  );
  const isFirst = ({ name }: Block, index: number) => configured.findIndex((one) => one.name === name) === index;
  return configured.filter((block, index) => !required.has(block.name) && isFirst(block, index));
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
  const module = inProviders ? undefined : moduleHead.exec(code)?.[1];
  const configured = inProviders || depth > 0 ? undefined : configuredHead.exec(code)?.[1];
  const name = inProviders ? providerHead.exec(code)?.[1] : (module ?? configured);
  if (name === undefined) return undefined;
  const kind = inProviders ? 'provider' : module !== undefined ? 'module' : 'configured';
  return { kind, name, line, depth, attributes: new Map() };
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
