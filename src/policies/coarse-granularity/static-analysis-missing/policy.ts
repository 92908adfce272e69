import { judgeAnalysis } from '../../components/analysis.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'static-analysis-missing',
  several: ['places', 'leave code without analysis'],
  threat: 'coarse-granularity',
  title: 'Code is not analysed',
  severity: 'low',
  fails: 'never',
  why: 'Most flaws in functions are flaws of their code; without an analyser before the merge nobody sees them.',
  remedy:
    'Run an analyser on every pull request (CodeQL, Semgrep, SonarQube, a linter with security rules), and let it fail the check.',
  acceptable:
    'The analysis is set up outside of the repository, such as the default setup of CodeQL for an organization.',
  references: {
    cwe: ['CWE-1006'],
    links: {
      any: [
        'https://docs.github.com/code-security/code-scanning/enabling-code-scanning/configuring-default-setup-for-code-scanning',
        'https://docs.sonarsource.com/sonarqube-server/latest/devops-platform-integration/github-integration/introduction/',
      ],
    },
  },

  // Left out: repositories without workflows, whose pipelines are elsewhere; rules of style, and comments in tests.
  judge: judgeAnalysis,
});
