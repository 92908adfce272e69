import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import { linesOf } from '../notation/text.js';
import type { WrittenText } from './component.js';
import type { Source } from './format.js';

type Plain = Pick<Source, 'path' | 'text'>;

/** `ENV NAME=value`, `ENV NAME value` and `ARG NAME=value`: what an image keeps for whoever can pull it. */
export function imageTexts({ path, text }: Plain): readonly WrittenText[] {
  return [...linesOf(text)].flatMap((line) => {
    const [head, list = ''] = /^\s{0,50}(?:ENV|ARG)\s{1,20}(.{1,2000})$/i.exec(line.text) ?? [];
    if (head === undefined) return [];
    const offset = line.start + line.text.length - list.length;
    const pairs = [...list.matchAll(/([A-Za-z_]\w{0,100})=("[^"]{0,1000}"|'[^']{0,1000}'|\S{0,1000})/g)];
    if (pairs.length > 0)
      return pairs.map(({ 0: whole, 1: name = '', 2: value = '', index }) =>
        textAt(path, { name, value, start: offset + index, length: whole.length }),
      );
    const [whole = '', name, value] = /^([A-Za-z_]\w{0,100})\s{1,20}(\S.{0,1000})$/.exec(list) ?? [];
    return name === undefined ? [] : [textAt(path, { name, value: value ?? '', start: offset, length: whole.length })];
  });
}

/** `NAME=value` of files with variables. */
export function variableTexts({ path, text }: Plain): readonly WrittenText[] {
  return [...linesOf(text)].flatMap((line) => {
    const [whole, name = '', value = ''] =
      /^\s{0,50}(?:export\s{1,20})?([A-Za-z_][\w.]{0,100})\s{0,5}=\s{0,5}(.{0,1000})$/.exec(line.text) ?? [];
    return whole === undefined ? [] : [textAt(path, { name, value, start: line.start, length: line.text.length })];
  });
}

/** `NAME = "value"` in the lines of a notebook, which stand in JSON. */
export function notebookTexts({ path, text }: Plain): readonly WrittenText[] {
  return [...linesOf(text)].flatMap((line) =>
    [
      ...line.text
        .slice(0, longestLine)
        .matchAll(/([A-Za-z_]\w{0,60})\s{0,3}=\s{0,3}(?:\\"([^"\\]{8,200})\\"|'([^'"\\]{8,200})')/g),
    ].map(({ 0: whole, 1: name = '', 2: double, 3: single = '', index }) =>
      textAt(path, { name, value: double ?? single, start: line.start + index, length: whole.length }),
    ),
  );
}

/** What is longer is a picture. */
const longestLine = 2000;

/** Tokens and passwords of registries in the `.npmrc` beside a manifest: `//registry.example.com/:_authToken=value`. */
export function registryTexts(path: string, files: Files): readonly WrittenText[] {
  const folder = folderOf(path);
  const beside = folder === '' ? '.npmrc' : `${folder}/.npmrc`;
  return [...linesOf(files.read(beside) ?? '')].flatMap((line) => {
    const [whole, name = '', value = ''] =
      /^\s{0,50}(?:\/\/[^\s=]{1,300}:)?(_authToken|_auth|_password)\s{0,5}=\s{0,5}(.{1,1000})$/.exec(line.text) ?? [];
    return whole === undefined ? [] : [textAt(beside, { name, value, start: line.start, length: line.text.length })];
  });
}

interface Found {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly length: number;
}

function textAt(path: string, { name, value, start, length }: Found): WrittenText {
  const plain = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  return { name, value: plain, at: { path, start, end: start + length } };
}
