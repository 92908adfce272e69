/*
 * What loads something without checking who sends it. curl: github.com/curl/curl, docs/cmdline-opts/insecure.md, and
 * src/tool_getparam.c for the options of one letter that take no value, which may stand before `k`; wget:
 * gnu.org/software/wget/manual, HTTPS (SSL/TLS) options; npm: github.com/npm/cli, using-npm/config (`strict-ssl`, also of pnpm and
 * of the first Yarn); pip: pip.pypa.io/en/stable/cli/pip (`--trusted-host`); git: git-scm.com/docs/git-config (`http.sslVerify`)
 * and http.c of github.com/git/git; Node.js: nodejs.org/api/cli (environment). 2026-11-27.
 */
export const commands: readonly RegExp[] = [
  /\bcurl(?=\s)[^|;&\n]{0,200}?\s(?:-[a0-46BfgGiIjlLMnNOpqRsSvVZ#]{0,8}k[a-zA-Z]{0,8}|--insecure)(?=\s|$)/g,
  /\bwget\s[^|;&\n]{0,200}?--no-check-certificate\b/g,
  /\b(?:npm|pnpm|yarn)\s{1,3}(?:config\s{1,3})?set\s{1,3}strict-ssl(?:=|\s{1,3})false\b/g,
  /\bpip3?\s[^|;&\n]{0,200}?--trusted-host\b/g,
  /\bhttp\.sslVerify(?:=|\s{1,3})["']?false\b/g,
  /\b(?:GIT_SSL_NO_VERIFY(?:=|\s)["']?(?:1|true)|NODE_TLS_REJECT_UNAUTHORIZED(?:=|:?\s{1,3})["']?0|npm_config_strict_ssl(?:=|\s)["']?false)\b/g,
];

/** What a command that asks the same machine holds, before the next command: nobody is in between. */
export const local = /^[^|;&\n]*?(?:\blocalhost\b|\b127(?:\.\d{1,3}){3}\b|\b0\.0\.0\.0\b|\[::1\])/;

/** What curl does with what it gets when it loads something that is used: other calls only ask whether an address answers. */
export const loading =
  /^[^;&\n]*?(?:\s-[a-zA-Z]{0,8}[oO]\b(?!\s{0,3}\/dev\/null)|\s--(?:output\b(?![\s=]{0,3}\/dev\/null)|remote-name\b)|\|\s{0,3}(?:sudo\s(?:-\w{1,3}\s)?)?(?:(?:ba|da|z)?sh|tar|bsdtar|gunzip|unzip|python3?|node)\b)/;
