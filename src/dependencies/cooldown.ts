import type { Files } from '../model/files.js';
import type { Json } from '../notation/json/node.js';
import { member, stringOf } from '../notation/json/positions.js';
import { linesOf } from '../notation/text.js';
import { readToml } from '../notation/toml/toml.js';
import { outlineOf } from '../notation/yaml/outlined.js';
import type { Cooldown } from './component.js';
import { nearestFile } from './formats/npm/pnpm-workspace.js';

interface Found {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type Read = (source: { readonly path: string; readonly text: string }) => Found | undefined;

/** Where a package manager is told how old versions must be, and the unit of a bare number there in days. */
interface Form {
  readonly file: string;
  readonly key: string;
  readonly unit: number;
  readonly read: Read;
}

const minutes = 1 / (24 * 60);
const seconds = minutes / 60;

/**
 * The settings by the lockfile that they decide for. npm 11.10: days; pnpm 10.16 and Yarn 4.10: minutes; Bun 1.3: seconds; uv:
 * a date or a span. https://docs.npmjs.com/cli/using-npm/config https://pnpm.io/settings https://yarnpkg.com/configuration/yarnrc
 * https://bun.com/docs/runtime/bunfig https://docs.astral.sh/uv/reference/settings
 */
const forms: ReadonlyMap<string, readonly Form[]> = new Map([
  ['package-lock', [{ file: '.npmrc', key: 'min-release-age', unit: 1, read: inRc('min-release-age') }]],
  ['pnpm-lock', [yaml('pnpm-workspace.yaml', 'minimumReleaseAge')]],
  ['yarn-lock', [yaml('.yarnrc.yml', 'npmMinimalAgeGate')]],
  ['bun-lock', [toml('bunfig.toml', ['install', 'minimumReleaseAge'], seconds)]],
  ['python-lock', [toml('uv.toml', ['exclude-newer'], 1), toml('pyproject.toml', ['tool', 'uv', 'exclude-newer'], 1)]],
]);

/** How long the repository waits before a version is taken into this lockfile. */
export function cooldownFor(path: string, format: string, files: Files): { readonly cooldown?: Cooldown } {
  for (const { file, key, unit, read } of forms.get(format) ?? []) {
    const source = nearestFile({ path, files }, file);
    const found = source?.text.includes(key) ? read(source) : undefined;
    if (source === undefined || found === undefined) continue;
    const { value, start, end } = found;
    return { cooldown: { key, days: daysOf(value, unit), at: { path: source.path, start, end } } };
  }
  return {};
}

const units: ReadonlyMap<string, number> = new Map([
  ['s', seconds],
  ['m', minutes],
  ['h', 1 / 24],
  ['d', 1],
  ['w', 7],
]);

/** A number in the setting's unit, a span (`3d`, `7 days`, `1 week`), or nothing (`null`, empty); a date gives undefined. */
function daysOf(value: string, unit: number): number | undefined {
  const text = value.trim().toLowerCase();
  if (text === '' || text === 'null' || text === 'false') return 0;
  const [, number = '', word = ''] = /^(\d{1,9}(?:\.\d{1,3})?)\s{0,3}([a-z]{0,12})$/.exec(text) ?? [];
  if (number === '') return undefined;
  const times = word === '' ? unit : units.get(word.charAt(0));
  return times === undefined ? undefined : Math.round(Number(number) * times * 1000) / 1000;
}

function inRc(key: string): Read {
  return ({ text }) => {
    let last: Found | undefined;
    for (const line of linesOf(text)) {
      const [, name = '', value = ''] = /^([\w-]{1,60})\s{0,5}=\s{0,5}(.{0,200})$/.exec(line.text) ?? [];
      if (name === key) last = { value, start: line.start, end: line.start + line.text.length };
    }
    return last;
  };
}

function yaml(file: string, key: string): Form {
  const read: Read = (source) => {
    const node = outlineOf(source).nodes.find((one) => one.key === key);
    return node && { value: node.value, start: node.keyStart, end: Math.max(node.keyEnd, node.valueEnd) };
  };
  return { file, key, unit: minutes, read };
}

function toml(file: string, keys: readonly string[], unit: number): Form {
  const key = keys.at(-1) ?? '';
  const read: Read = ({ path, text }) => {
    const { root } = readToml(path, text);
    const node = keys.reduce<Json | undefined>(member, root);
    if (node?.kind !== 'scalar') return undefined;
    return { value: stringOf(node) ?? String(node.value), start: node.start, end: node.end };
  };
  return { file, key, unit, read };
}
