/**
 * Analysers whose results are named beside ours, by the app that writes their check run and by its name.
 * Sources, 2026-11-26: check runs of public repositories (`SonarCloud Code Analysis` of the app sonarqubecloud, formerly sonarcloud;
 * `CodeQL` and every other tool of code scanning of github-advanced-security, formerly github-code-scanning;
 * `semgrep-cloud-platform/scan`); https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/pull-request-analysis/ (`SonarQube Code Analysis`,
 * of an app that each team registers itself); https://semgrep.dev/docs/semgrep-ci/sample-ci-configs (the job `semgrep/ci`).
 */
export const analysers = {
  /** Apps that write for many tools: the run is called as the tool is. */
  codeScanning: ['github-advanced-security', 'github-code-scanning'],
  /** The app that runs workflows: its jobs may be analysers, too, and the analyser's own check says more. */
  workflows: 'github-actions',
  named: [
    {
      tool: 'SonarQube',
      apps: ['sonarqubecloud', 'sonarcloud'],
      name: /^(?:\[[^\]]{1,100}\] )?Sonar(?:Qube|Cloud)\b/i,
    },
    { tool: 'Semgrep', apps: [], name: /^semgrep\b/i },
  ],
} as const;
