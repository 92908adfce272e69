/** When a language runtime stops being patched and when its functions can no longer be updated. */
export interface RuntimeDates {
  readonly runtime: string;
  /** No more patches from this day on. */
  readonly deprecated: string;
  /** Functions cannot be updated, or are shut down, from this day on. Absent: the platform keeps running them. */
  readonly blocked?: string;
  /** The recommended runtime of the same family. */
  readonly successor?: string;
  /** It is loaded beside the language and still gets the most urgent fixes. */
  readonly mild?: true;
}

/**
 * Source: endoflife.date, `aws-lambda`, state of 2026-08-22 (https://endoflife.date/aws-lambda), which follows the runtimes
 * page of the AWS Lambda Developer Guide (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html).
 */
const awsRuntimes: readonly RuntimeDates[] = [
  { runtime: 'nodejs24.x', deprecated: '2028-04-30', blocked: '2028-07-01' },
  { runtime: 'nodejs22.x', deprecated: '2027-04-30', blocked: '2027-07-01', successor: 'nodejs24.x' },
  { runtime: 'nodejs20.x', deprecated: '2026-04-30', blocked: '2027-03-03', successor: 'nodejs24.x' },
  { runtime: 'nodejs18.x', deprecated: '2025-09-01', blocked: '2027-03-03', successor: 'nodejs24.x' },
  { runtime: 'nodejs16.x', deprecated: '2024-06-12', blocked: '2027-03-03', successor: 'nodejs24.x' },
  { runtime: 'nodejs14.x', deprecated: '2023-12-04', blocked: '2027-03-03', successor: 'nodejs24.x' },
  { runtime: 'nodejs12.x', deprecated: '2023-03-31', blocked: '2023-04-30', successor: 'nodejs24.x' },
  { runtime: 'nodejs10.x', deprecated: '2021-07-30', blocked: '2022-02-14', successor: 'nodejs24.x' },
  { runtime: 'nodejs8.10', deprecated: '2020-03-06', blocked: '2020-03-06', successor: 'nodejs24.x' },
  { runtime: 'nodejs6.10', deprecated: '2019-08-12', blocked: '2019-08-12', successor: 'nodejs24.x' },
  { runtime: 'nodejs4.3', deprecated: '2020-03-05', blocked: '2020-03-05', successor: 'nodejs24.x' },
  { runtime: 'python3.14', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'python3.13', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'python3.12', deprecated: '2028-10-31', blocked: '2029-01-10' },
  { runtime: 'python3.11', deprecated: '2027-06-30', blocked: '2027-08-31', successor: 'python3.13' },
  { runtime: 'python3.10', deprecated: '2026-10-31', blocked: '2027-03-03', successor: 'python3.13' },
  { runtime: 'python3.9', deprecated: '2025-12-15', blocked: '2027-03-03', successor: 'python3.13' },
  { runtime: 'python3.8', deprecated: '2024-10-14', blocked: '2027-03-03', successor: 'python3.13' },
  { runtime: 'python3.7', deprecated: '2023-12-04', blocked: '2027-03-03', successor: 'python3.13' },
  { runtime: 'python3.6', deprecated: '2022-07-18', blocked: '2022-08-29', successor: 'python3.13' },
  { runtime: 'python2.7', deprecated: '2021-07-15', blocked: '2022-05-30', successor: 'python3.13' },
  { runtime: 'java25', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'java21', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'java17', deprecated: '2027-06-30', blocked: '2027-08-31', successor: 'java17.al2023' },
  { runtime: 'java17.al2023', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'java11', deprecated: '2027-06-30', blocked: '2027-08-31', successor: 'java11.al2023' },
  { runtime: 'java11.al2023', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'java8.al2', deprecated: '2027-06-30', blocked: '2027-08-31', successor: 'java8.al2023' },
  { runtime: 'java8.al2023', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'java8', deprecated: '2024-01-08', blocked: '2027-03-03', successor: 'java8.al2023' },
  { runtime: 'dotnet10', deprecated: '2028-11-14', blocked: '2029-01-15' },
  { runtime: 'dotnet8', deprecated: '2026-11-10', blocked: '2027-03-03', successor: 'dotnet10' },
  { runtime: 'dotnet6', deprecated: '2024-12-20', blocked: '2027-03-03', successor: 'dotnet10' },
  { runtime: 'dotnetcore3.1', deprecated: '2023-04-03', blocked: '2023-05-03', successor: 'dotnet10' },
  { runtime: 'ruby4.0', deprecated: '2029-03-31', blocked: '2029-05-31' },
  { runtime: 'ruby3.4', deprecated: '2028-03-31', blocked: '2028-05-31' },
  { runtime: 'ruby3.3', deprecated: '2027-03-31', blocked: '2027-05-31', successor: 'ruby3.4' },
  { runtime: 'ruby3.2', deprecated: '2026-03-31', blocked: '2027-03-03', successor: 'ruby3.4' },
  { runtime: 'ruby2.7', deprecated: '2023-12-07', blocked: '2027-03-03', successor: 'ruby3.4' },
  { runtime: 'provided.al2023', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'provided.al2', deprecated: '2026-07-31', blocked: '2027-03-03', successor: 'provided.al2023' },
  { runtime: 'provided', deprecated: '2024-01-08', blocked: '2027-03-03', successor: 'provided.al2023' },
  { runtime: 'go1.x', deprecated: '2024-01-08', blocked: '2027-03-03', successor: 'provided.al2023' },
];

/**
 * Code of agents. Source: supported runtimes of AgentCore
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-code-deploy-supported-runtimes.html), read 2026-11-27.
 */
const agentRuntimes: readonly RuntimeDates[] = [
  { runtime: 'PYTHON_3_10', deprecated: '2026-06-30', blocked: '2026-08-31', successor: 'PYTHON_3_13' },
  { runtime: 'PYTHON_3_11', deprecated: '2026-06-30', blocked: '2026-08-31', successor: 'PYTHON_3_13' },
  { runtime: 'PYTHON_3_12', deprecated: '2028-10-31', blocked: '2029-01-10' },
  { runtime: 'PYTHON_3_13', deprecated: '2029-06-30', blocked: '2029-08-31' },
  { runtime: 'PYTHON_3_14', deprecated: '2030-06-30', blocked: '2030-08-31' },
  { runtime: 'NODE_22', deprecated: '2027-04-30', blocked: '2027-07-01' },
];

/**
 * Source: Azure Functions language stack support policy (https://learn.microsoft.com/azure/azure-functions/language-support-policy)
 * and runtime versions (https://learn.microsoft.com/azure/azure-functions/functions-versions), state of 2026-08-22. Apps on an
 * ended stack keep running without fixes. In-process .NET (`dotnet`) ends with .NET 8; `functions` is the host's own version.
 * Extension bundles (https://learn.microsoft.com/azure/azure-functions/extension-bundles, of 2025-08-26): below 4 deprecated.
 */
const azureRuntimes: readonly RuntimeDates[] = [
  { runtime: 'node|6', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'node|24' },
  { runtime: 'node|8', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'node|24' },
  { runtime: 'node|10', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'node|24' },
  { runtime: 'node|12', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'node|24' },
  { runtime: 'node|14', deprecated: '2023-04-30', blocked: '2024-06-30', successor: 'node|24' },
  { runtime: 'node|16', deprecated: '2023-09-11', blocked: '2024-06-30', successor: 'node|24' },
  { runtime: 'node|18', deprecated: '2025-04-30', successor: 'node|24' },
  { runtime: 'node|20', deprecated: '2026-04-30', successor: 'node|24' },
  { runtime: 'node|22', deprecated: '2027-04-30', successor: 'node|24' },
  { runtime: 'node|24', deprecated: '2028-04-30' },
  { runtime: 'python|3.8', deprecated: '2024-10-07', successor: 'python|3.13' },
  { runtime: 'python|3.9', deprecated: '2025-10-31', successor: 'python|3.13' },
  { runtime: 'python|3.10', deprecated: '2026-10-31', successor: 'python|3.13' },
  { runtime: 'python|3.11', deprecated: '2027-10-31', successor: 'python|3.13' },
  { runtime: 'python|3.12', deprecated: '2028-10-31' },
  { runtime: 'python|3.13', deprecated: '2029-10-31' },
  { runtime: 'dotnet-isolated|6', deprecated: '2024-11-12', successor: 'dotnet-isolated|10' },
  { runtime: 'dotnet-isolated|7', deprecated: '2024-05-14', successor: 'dotnet-isolated|10' },
  { runtime: 'dotnet-isolated|8', deprecated: '2026-11-10', successor: 'dotnet-isolated|10' },
  { runtime: 'dotnet-isolated|9', deprecated: '2026-11-10', successor: 'dotnet-isolated|10' },
  { runtime: 'dotnet-isolated|10', deprecated: '2028-11-14' },
  { runtime: 'dotnet|6', deprecated: '2024-11-12', successor: 'dotnet-isolated|10' },
  { runtime: 'dotnet|8', deprecated: '2026-11-10', successor: 'dotnet-isolated|10' },
  { runtime: 'java|8', deprecated: '2026-11-30', successor: 'java|21' },
  { runtime: 'java|11', deprecated: '2027-09-30', successor: 'java|21' },
  { runtime: 'java|17', deprecated: '2027-09-30', successor: 'java|21' },
  { runtime: 'java|21', deprecated: '2028-09-30' },
  { runtime: 'powershell|7.2', deprecated: '2024-11-08', successor: 'powershell|7.4' },
  { runtime: 'powershell|7.4', deprecated: '2026-11-10' },
  { runtime: 'functions|1', deprecated: '2026-09-14', successor: 'functions|4' },
  { runtime: 'functions|2', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'functions|4' },
  { runtime: 'functions|3', deprecated: '2022-12-13', blocked: '2022-12-13', successor: 'functions|4' },
  { runtime: 'dotnet', deprecated: '2026-11-10', successor: 'dotnet-isolated|10' },
  { runtime: 'extension-bundle|1', deprecated: '2025-08-26', successor: 'extension-bundle|4', mild: true },
  { runtime: 'extension-bundle|2', deprecated: '2025-08-26', successor: 'extension-bundle|4', mild: true },
  { runtime: 'extension-bundle|3', deprecated: '2025-08-26', successor: 'extension-bundle|4', mild: true },
];

/**
 * Source: Cloud Run functions runtime support (https://cloud.google.com/functions/docs/runtime-support), Node.js and Python of
 * 2026-08-22, the others as published when Go 1.25 was the newest; `blocked` is the decommission date. Where the page names a
 * month only, its last day stands here; versions for which it names no date are not listed.
 */
const googleRuntimes: readonly RuntimeDates[] = [
  { runtime: 'nodejs10', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'nodejs24' },
  { runtime: 'nodejs12', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'nodejs24' },
  { runtime: 'nodejs14', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'nodejs24' },
  { runtime: 'nodejs16', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'nodejs24' },
  { runtime: 'nodejs6', deprecated: '2019-04-17', blocked: '2020-08-01', successor: 'nodejs24' },
  { runtime: 'nodejs8', deprecated: '2020-06-05', blocked: '2021-02-01', successor: 'nodejs24' },
  { runtime: 'nodejs18', deprecated: '2025-04-30', blocked: '2025-10-30', successor: 'nodejs24' },
  { runtime: 'nodejs20', deprecated: '2026-04-30', blocked: '2026-10-30', successor: 'nodejs24' },
  { runtime: 'nodejs22', deprecated: '2027-04-30', blocked: '2027-10-31', successor: 'nodejs24' },
  { runtime: 'nodejs24', deprecated: '2028-04-30', blocked: '2028-10-31' },
  { runtime: 'python310', deprecated: '2026-10-04', blocked: '2027-04-04', successor: 'python313' },
  { runtime: 'python311', deprecated: '2027-10-24', blocked: '2028-04-24', successor: 'python313' },
  { runtime: 'python312', deprecated: '2028-10-02', blocked: '2029-04-02' },
  { runtime: 'python313', deprecated: '2029-10-10', blocked: '2030-04-10' },
  { runtime: 'python314', deprecated: '2030-10-10', blocked: '2031-04-10' },
  { runtime: 'python37', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'python313' },
  { runtime: 'python38', deprecated: '2024-10-14', blocked: '2025-10-14', successor: 'python313' },
  { runtime: 'python39', deprecated: '2025-10-05', blocked: '2026-04-05', successor: 'python313' },
  { runtime: 'go111', deprecated: '2020-08-05', blocked: '2021-02-01', successor: 'go125' },
  { runtime: 'go113', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'go125' },
  { runtime: 'go116', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'go125' },
  { runtime: 'go118', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'go125' },
  { runtime: 'go119', deprecated: '2024-04-30', blocked: '2025-01-30', successor: 'go125' },
  { runtime: 'go120', deprecated: '2024-05-01', blocked: '2025-05-01', successor: 'go125' },
  { runtime: 'go121', deprecated: '2025-09-03', blocked: '2026-03-03', successor: 'go125' },
  { runtime: 'go122', deprecated: '2026-01-28', blocked: '2026-07-28', successor: 'go125' },
  { runtime: 'go123', deprecated: '2026-02-21', blocked: '2026-08-21', successor: 'go125' },
  { runtime: 'java11', deprecated: '2024-10-31', blocked: '2025-10-31', successor: 'java21' },
  { runtime: 'java17', deprecated: '2027-10-31', successor: 'java21' },
  { runtime: 'java21', deprecated: '2031-09-30' },
  { runtime: 'java25', deprecated: '2031-10-31' },
  { runtime: 'ruby26', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'ruby34' },
  { runtime: 'ruby27', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'ruby34' },
  { runtime: 'ruby30', deprecated: '2024-03-31', blocked: '2025-03-31', successor: 'ruby34' },
  { runtime: 'ruby32', deprecated: '2026-03-31', blocked: '2026-09-30', successor: 'ruby34' },
  { runtime: 'ruby33', deprecated: '2027-03-31', blocked: '2027-09-30', successor: 'ruby34' },
  { runtime: 'ruby34', deprecated: '2028-03-31', blocked: '2028-09-30' },
  { runtime: 'php74', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'php84' },
  { runtime: 'php81', deprecated: '2025-12-31', blocked: '2026-06-30', successor: 'php84' },
  { runtime: 'php82', deprecated: '2026-12-31', blocked: '2027-06-30', successor: 'php84' },
  { runtime: 'php83', deprecated: '2027-12-31', blocked: '2028-06-30', successor: 'php84' },
  { runtime: 'php84', deprecated: '2028-12-31', blocked: '2029-06-30' },
  { runtime: 'dotnet3', deprecated: '2024-01-30', blocked: '2025-01-30', successor: 'dotnet8' },
  { runtime: 'dotnet6', deprecated: '2024-11-12', blocked: '2025-11-12', successor: 'dotnet8' },
  { runtime: 'dotnet8', deprecated: '2026-11-10', blocked: '2027-05-10' },
];

/** Runtimes by provider and identifier. */
export const runtimes: Readonly<Record<string, readonly RuntimeDates[]>> = {
  aws: [...awsRuntimes, ...agentRuntimes],
  azure: azureRuntimes,
  google: googleRuntimes,
};
