/**
 * Comments that keep an analyser from telling what is wrong with the security of a line, a file or what follows. Sources:
 * https://bandit.readthedocs.io/en/latest/config.html (exclusions), https://docs.sonarsource.com/ (NOSONAR), https://semgrep.dev/docs/ignoring-files-folders-code,
 * https://eslint.org/docs/latest/use/configure/rules (disabling rules), https://biomejs.dev/analyzer/suppressions/, https://docs.astral.sh/ruff/linter/
 * (error suppression), https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html, https://docs.snyk.io/ (`deepcode ignore`),
 * https://docs.github.com/code-security (`codeql[...]`), https://pylint.readthedocs.io/. Read on 2026-11-27.
 */
export const silences: readonly { readonly name: string; readonly says: RegExp }[] = [
  { name: '# nosec', says: /^#\s{0,10}nosec\b/i },
  { name: 'NOSONAR', says: /\bNOSONAR\b/ },
  { name: 'nosemgrep', says: /\bno(?:semgrep|sem)\b/ },
  { name: 'checkov:skip', says: /\bcheckov:skip=/ },
  { name: 'deepcode ignore', says: /\b(?:file\s{1,5})?deepcode\s{1,5}ignore\b/i },
  { name: 'codeql[...]', says: /\b(?:codeql|lgtm)\s{0,5}\[/ },
  // Without the name of a rule all of them are off; of the others those that look for flaws of security.
  { name: 'eslint-disable', says: /^(?:\/\*|\/\/)\s{0,10}eslint-disable(?:-next-line|-line)?\s{0,10}(?:\*\/|--|$)/ },
  {
    name: 'eslint-disable',
    says: /^(?:\/\*|\/\/)\s{0,10}eslint-disable(?:-next-line|-line)?\s[^*]{0,300}?(?:\b(?:security|no-secrets|no-unsanitized|sonarjs|xss)\/|\bno-(?:eval|implied-eval|new-func|script-url)\b)/,
  },
  { name: 'biome-ignore', says: /\bbiome-ignore(?:-all|-start)?\s{1,5}lint\/security\b/ },
  { name: '# ruff: noqa', says: /^#\s{0,10}ruff\s{0,5}:\s{0,5}noqa\s{0,10}(?:$|:.{0,200}\bS\d{3}\b)/i },
  { name: '# noqa', says: /^#\s{0,10}noqa\s{0,5}:.{0,200}\bS\d{3}\b/i },
  {
    name: '# pylint: disable',
    says: /^#\s{0,10}pylint\s{0,5}:\s{0,5}(?:skip-file|disable\s{0,5}=.{0,200}\b(?:all|eval-used|exec-used|subprocess-popen-preexec-fn)\b)/,
  },
];
