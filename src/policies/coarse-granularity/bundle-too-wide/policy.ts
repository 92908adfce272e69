import { judgeWide } from '../../components/wide.js';
import { definePolicy } from '../../definition.js';
import { carriedFiles } from './carried.js';
import { wholeRepository } from './roots.js';

export default definePolicy({
  id: 'bundle-too-wide',
  several: ['packages', 'hold more than the function needs'],
  threat: 'coarse-granularity',
  title: 'Package holds more than the function needs',
  severity: 'low',
  fails: 'never',
  why: 'A flaw that reads files can read everything in the package: tests, keys, infrastructure state and the code of tools.',
  remedy: 'Build from a folder of its own or with a bundler, and keep tools among the development dependencies.',
  acceptable: 'The repository holds nothing but the function.',
  references: {
    csa: ['SAS-6'],
    cwe: ['CWE-1104', 'CWE-538', 'CWE-561'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
        'https://www.serverless.com/framework/docs/providers/aws/guide/packaging',
      ],
      azure: ['https://learn.microsoft.com/azure/developer/azure-developer-cli/service-packaging-ignore-files'],
      google: ['https://docs.cloud.google.com/sdk/gcloud/reference/topic/gcloudignore'],
      any: ['https://docs.npmjs.com/specifying-dependencies-and-devdependencies-in-a-package-json-file'],
    },
  },

  // Left out: container images, bundled functions, files that only the packaging tool sees; packages that no code imports where the
  // manifest stands above the folder that is packed, where code chooses modules at run time, and where a change touches code alone.
  *check(stack) {
    yield* wholeRepository(stack);
    yield* carriedFiles(stack);
  },

  judge: judgeWide,
});
