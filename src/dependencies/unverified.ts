import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import { linesOf } from '../notation/text.js';
import type { NamedPlace } from './component.js';

/*
 * What loads something without checking who sends it: curl.se/docs/manpage.html (-k), gnu.org/software/wget (manual), docs.npmjs.com
 * (strict-ssl), pip.pypa.io (--trusted-host), git-scm.com/docs (http.sslVerify), nodejs.org/api/cli (environment). 2026-11-27.
 */
const commands: readonly RegExp[] = [
  /\bcurl(?=\s)[^|;&\n]{0,200}?\s(?:-[a-zA-Z]{0,8}k[a-zA-Z]{0,8}|--insecure)(?=\s|$)/g,
  /\bwget\s[^|;&\n]{0,200}?--no-check-certificate\b/g,
  /\b(?:npm|pnpm|yarn)\s{1,3}(?:config\s{1,3})?set\s{1,3}strict-ssl(?:=|\s{1,3})false\b/g,
  /\bpip3?\s[^|;&\n]{0,200}?--trusted-host\b/g,
  /\bhttp\.sslVerify(?:=|\s{1,3})["']?false\b/g,
  /\b(?:GIT_SSL_NO_VERIFY(?:=|\s)["']?(?:1|true)|NODE_TLS_REJECT_UNAUTHORIZED(?:=|\s)["']?0|npm_config_strict_ssl(?:=|\s)["']?false)\b/g,
];

/** What runs on the same machine has nobody in between. */
const local = /\b(?:localhost|127\.0\.0\.1)\b/;

/** Commands in a build file or a script, one for each place. */
export function unverifiedCommands(path: string, text: string, offset = 0): readonly NamedPlace[] {
  return [...linesOf(text)].flatMap((line) => {
    if (/^\s*#/.test(line.text) || local.test(line.text)) return [];
    return commands.flatMap((command) =>
      [...line.text.slice(0, 2000).matchAll(command)].map(({ 0: whole, index }): NamedPlace => {
        const start = offset + line.start + index;
        return { name: whole.replace(/\s+/g, ' '), at: { path, start, end: start + whole.length } };
      }),
    );
  });
}

/** `strict-ssl=false` in the `.npmrc` beside a manifest. */
export function unverifiedRegistry(path: string, files: Files): readonly NamedPlace[] {
  const folder = folderOf(path);
  const beside = folder === '' ? '.npmrc' : `${folder}/.npmrc`;
  return [...linesOf(files.read(beside) ?? '')].flatMap((line) => {
    const isOff = /^\s{0,20}strict-ssl\s{0,5}=\s{0,5}["']?false["']?\s{0,20}$/.test(line.text);
    const at = { path: beside, start: line.start, end: line.start + line.text.length };
    return isOff ? [{ name: 'strict-ssl=false', at }] : [];
  });
}
