import { folderOf } from '../../../model/path.js';
import { type Line, linesOf, unread } from '../../../notation/text.js';
import type { Component } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { componentFrom, declaration } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';

/** Gradle's build files: dependencies written as literals. */
export const gradle: Format = {
  name: 'gradle',
  ecosystem: 'maven',
  kind: 'manifest',
  matches: (path) =>
    /(?:^|\/)[\w.-]{0,100}\.gradle(?:\.kts)?$/.test(path) && !fileName(path).startsWith('settings.gradle'),
  parse,
  lockfiles: ['gradle.lockfile'],
};

const call = /^\s{0,200}([A-Za-z]\w{0,80})\s{0,20}\(?\s{0,20}(?:(?:enforcedPlatform|platform)\s{0,20}\(\s{0,20})?/;
const coordinates = /^(['"])([\w.-]{1,200}):([\w.-]{1,200}):([^'":@]{1,200})(?:[:@][^'"]{0,100})?\1/;
const named =
  /^group\s?[:=]\s?(['"])([^'"]{1,200})\1,\s?name\s?[:=]\s?(['"])([^'"]{1,200})\3,\s?version\s?[:=]\s?(['"])([^'"]{1,200})\5/;
const configuration =
  /(?:implementation|api|compile|runtime|compileOnly|runtimeOnly|annotationProcessor|kapt|classpath|layer)$/i;

function parse(source: Source): Parsed {
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  const variables = variablesOf(source);
  const components = [...linesOf(source.text)].flatMap((line) => dependency(line, variables, doubts) ?? []);
  return { components, notices: doubts.notices };
}

function dependency(line: Line, variables: ReadonlyMap<string, string>, doubts: Doubts): Component | undefined {
  const text = line.text.slice(0, 2000);
  const keyword = call.exec(text);
  const name = keyword?.[1] ?? '';
  if (keyword === null || !configuration.test(name)) return undefined;
  const rest = text.slice(keyword[0].length);
  const short = coordinates.exec(rest);
  const long = short === null ? named.exec(rest) : null;
  const [group, artifact, written] = short ? short.slice(2, 5) : [long?.[2], long?.[4], long?.[6]];
  if (group === undefined || artifact === undefined || written === undefined) return undefined;
  const version = substituted(written, variables);
  const literal = !written.includes('$');
  const from = line.start + text.indexOf(written, keyword[0].length + group.length);
  return declaration(
    'maven',
    {
      name: `${group}:${artifact}`,
      version: version !== undefined && exact.test(version) ? version : undefined,
      range: version ?? written,
      at: { start: line.start + text.length - text.trimStart().length, end: line.start + text.trimEnd().length },
      rangeAt: literal ? { start: from, end: from + written.length } : undefined,
      origin: version === undefined ? 'unknown' : 'registry',
      dev: /^test|test(?:implementation|api|compile)/i.test(name) || name === 'compileOnly' || name === 'classpath',
    },
    doubts,
  );
}

const exact = /^\d[\w.-]{0,120}$/;

function substituted(written: string, variables: ReadonlyMap<string, string>): string | undefined {
  if (!written.includes('$')) return written;
  const name = /^\$\{?(?:project\.|rootProject\.|ext\.)?(\w{1,100})\}?$/.exec(written)?.[1];
  return name === undefined ? undefined : variables.get(name);
}

const assignment =
  /^\s{0,200}(?:def |val |ext\.|String |set\()?['"]?(\w{1,100})['"]?\s{0,20}[=,:]\s{0,20}['"]([^'"$]{1,200})['"]/;

/** Literal assignments of the file and of `gradle.properties` beside it or at the root. */
function variablesOf(source: Source): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const folder = folderOf(source.path);
  const beside = source.files.read(folder === '' ? 'gradle.properties' : `${folder}/gradle.properties`);
  for (const line of linesOf(beside ?? source.files.read('gradle.properties') ?? '')) {
    const equals = line.text.indexOf('=');
    if (equals > 0) found.set(line.text.slice(0, equals).trim(), line.text.slice(equals + 1).trim());
  }
  for (const line of linesOf(source.text)) {
    const match = assignment.exec(line.text.slice(0, 1000));
    if (match !== null) found.set(match[1] ?? '', match[2] ?? '');
  }
  return found;
}

/** Gradle's lockfile: `group:name:version=configurations`. */
export const gradleLock: Format = {
  name: 'gradle-lock',
  ecosystem: 'maven',
  kind: 'lockfile',
  matches: (path) => fileName(path) === 'gradle.lockfile' || fileName(path) === 'buildscript-gradle.lockfile',
  parse: ({ path, text }) => {
    const doubts: Doubts = { path, text, notices: [] };
    const components = [...linesOf(text)].flatMap((line) => locked(line, doubts) ?? []);
    return { components, notices: doubts.notices };
  },
  manifests: ['build.gradle', 'build.gradle.kts'],
};

function locked(line: Line, doubts: Doubts): Component | undefined {
  if (line.text === '' || line.text.startsWith('#') || line.text.startsWith('empty=')) return undefined;
  const equals = line.text.indexOf('=');
  const [group = '', name = '', version] = line.text.slice(0, equals === -1 ? undefined : equals).split(':');
  if (equals === -1 || version === undefined) {
    const message = 'This line is not a locked dependency and was not reviewed. Regenerate the lockfile.';
    if (doubts.notices.length < 20) doubts.notices.push(unread(doubts.path, line.number, message));
    return undefined;
  }
  const configurations = line.text.slice(equals + 1).split(',');
  const dev = configurations.every((one) => /^test|^compileOnly|^annotationProcessor/i.test(one));
  const at = { start: line.start, end: line.start + line.text.length };
  const component = componentFrom('maven', { name: `${group}:${name}`, version, at, dev }, doubts);
  return component === undefined ? undefined : { ...component, relation: 'unknown', via: [] };
}
