/**
 * Analysers of code by the words with which pipelines and settings call them, and the files that configure them. Sources: the
 * documents of each (https://docs.sonarsource.com/, https://docs.github.com/code-security, https://semgrep.dev/docs,
 * https://eslint.org/docs, https://bandit.readthedocs.io, https://docs.astral.sh/ruff). Read on 2026-11-26.
 */
export const analysers: readonly { readonly name: string; readonly says: RegExp }[] = [
  {
    name: 'SonarQube',
    says: /SonarSource\/|sonar-?scanner|sonar:sonar|\bsonarqube\b|\bsonarcloud\b|SonarQubePrepare/i,
  },
  { name: 'CodeQL', says: /github\/codeql-action|\bcodeql (?:database|analyze)\b/i },
  { name: 'Semgrep', says: /\bsemgrep\b|\bopengrep\b/i },
  { name: 'ESLint', says: /\beslint\b/i },
  { name: 'Biome', says: /@biomejs\/biome|\bbiome (?:ci|check|lint)\b/i },
  { name: 'Bandit', says: /\bbandit\b/i },
  { name: 'Pylint', says: /\bpylint\b/i },
  { name: 'Ruff', says: /\bruff\b/i },
  { name: 'Flake8', says: /\bflake8\b/i },
  { name: 'Snyk Code', says: /\bsnyk code\b|snyk\/actions/i },
  { name: 'golangci-lint', says: /\bgolangci-lint\b|\bgosec\b|\bstaticcheck\b/i },
  { name: 'SpotBugs', says: /\bspotbugs\b|\bfindsecbugs\b|\berrorprone\b/i },
  { name: 'PMD', says: /\bpmd\b/i },
  { name: 'Checkmarx', says: /\bcheckmarx\b|\bcx-flow\b/i },
  { name: 'Veracode', says: /\bveracode\b/i },
  { name: 'Codacy', says: /\bcodacy\b/i },
  { name: 'MegaLinter', says: /\bmegalinter\b|\bsuper-linter\b/i },
  { name: 'Clippy', says: /\bcargo clippy\b/i },
  { name: 'RuboCop', says: /\brubocop\b|\bbrakeman\b/i },
  { name: 'PHPStan', says: /\bphpstan\b|\bpsalm\b/i },
  {
    name: 'a linter of its own',
    says: /\b(?:test_)?lint(?:er|ers)?\.(?:sh|py)\b|\b(?:make|just|task|mage|nox -s|tox -e) lint\b|\bdocker(?:-compose| compose)? run\b.{1,300}\blint\b/,
  },
];

/** Files that are there only where an analyser is used. */
export const settingsOfAnalysers =
  /(?:^|\/)(?:sonar-project\.properties|\.sonarcloud\.properties|\.eslintrc(?:\.\w{2,5})?|eslint\.config\.\w{2,3}|biome\.jsonc?|\.semgrep\.ya?ml|\.bandit|bandit\.ya?ml|\.pylintrc|\.?ruff\.toml|\.flake8|\.golangci\.ya?ml|\.rubocop\.yml|phpstan\.neon(?:\.dist)?|\.codacy\.ya?ml|\.deepsource\.toml|\.mega-linter\.yml)$/;

/** Files at the root of a repository that may run or configure an analyser beside GitHub's workflows. */
export const otherPipelines: readonly string[] = [
  '.circleci/config.yml',
  '.gitlab-ci.yml',
  '.pre-commit-config.yaml',
  'Jenkinsfile',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'build.gradle',
  'build.gradle.kts',
  'buildspec.yml',
  'package.json',
  'pom.xml',
  'pyproject.toml',
  'setup.cfg',
  'tox.ini',
];
