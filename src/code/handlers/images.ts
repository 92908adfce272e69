import type { ServerlessFunction } from '../../model/function.js';
import { fileOf, isScript, type Looking, mainFile, mainOf } from './files.js';

/** What an image starts: a handler by its name, or a file that serves by itself. */
export interface Started {
  readonly name?: string;
  readonly path?: string;
  readonly isProgram?: true;
}

/** What the build file of an image says it starts; undefined where that is not known. */
export function startedByImage(
  { dockerfile }: ServerlessFunction,
  root: string,
  looking: Looking,
): Started | undefined {
  const text = dockerfile === undefined ? undefined : looking.files.read(dockerfile);
  const words = text === undefined ? [] : commandIn(text);
  const [first = ''] = words;
  if (words.length === 1 && /^[\w/.-]+\.\w+$/.test(first) && !isScript(first)) return { name: first };
  return servingFile(words, root, looking);
}

/** The words of what the last stage of a Dockerfile starts, `ENTRYPOINT` before `CMD`. */
function commandIn(text: string): readonly string[] {
  let entry: readonly string[] = [];
  let command: readonly string[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const [, instruction = '', rest = ''] = /^ {0,20}(FROM|CMD|ENTRYPOINT) (.{1,2000})$/i.exec(line) ?? [];
    if (/from/i.test(instruction)) {
      entry = [];
      command = [];
    } else if (/cmd/i.test(instruction)) command = wordsOf(rest);
    else if (/entry/i.test(instruction)) entry = wordsOf(rest);
  }
  // The runtime's own client is started with the handler's name.
  return command.length === 1 ? command : [...entry, ...command];
}

/** `["app.handler"]`, or words of a shell. */
function wordsOf(written: string): readonly string[] {
  const quoted = [...written.matchAll(/"([^"]{1,500})"/g)].map(([, word = '']) => word);
  return written.trim().startsWith('[') ? quoted : written.trim().split(/\s{1,20}/);
}

/** `node server.js`, `gunicorn main:app`, `npm start`: the file that is run. */
function servingFile(words: readonly string[], root: string, { files, scripts }: Looking): Started | undefined {
  for (const word of words) {
    const [, module] = /^([\w.-]+):\w+(?:\(\))?$/.exec(word) ?? [];
    const name = isScript(word) ? word.replace(/\.[a-z]+$/, '') : module;
    const path =
      name === undefined ? undefined : fileOf(name.replace(/^\.?\/+/, '').replace(/^.*\/app\//, ''), root, scripts);
    if (path !== undefined) return isScript(word) ? { path, isProgram: true } : { path };
  }
  const isNode = words.some((word) => /^(?:npm|node|yarn|pnpm)$/.test(word));
  const main = isNode ? (mainOf(root, { files, scripts }) ?? mainFile(root, scripts)) : undefined;
  return main === undefined ? undefined : { path: main };
}
