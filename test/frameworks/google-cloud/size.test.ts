import { expect, test } from '@jest/globals';
import { googleBuild } from '../../../src/frameworks/google-cloud/commands/deploying-files.js';
import { googleServices } from '../../../src/frameworks/google-cloud/google-services.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

const longest = 5000;

function time(path: string, text: string): number {
  const start = performance.now();
  for (const framework of [googleBuild, googleServices]) {
    const entry = framework.entryOf(path);
    if (entry !== undefined) parsedStack(framework, entry, heldFiles(new Map([[path, text]])));
  }
  return performance.now() - start;
}

const connector = (index: number) => `apiVersion: iam.cnrm.cloud.google.com/v1beta1
kind: IAMPolicyMember
metadata: { name: m${index} }
spec: { role: roles/owner, member: allUsers, resourceRef: { kind: RunService, name: s${index} } }
---
apiVersion: run.cnrm.cloud.google.com/v1beta1
kind: RunService
metadata: { name: s${index} }
---
`;

test.each([
  ['expressions that never end', 'deploy.sh', `gcloud run deploy a ${'${{'.repeat(100_000)}`],
  ['a quote that never ends', 'deploy.sh', `gcloud run deploy a "${'b '.repeat(200_000)}`],
  ['separators only', 'deploy.sh', `gcloud ${'|;&('.repeat(100_000)}`],
  ['very many words', 'deploy.sh', `gcloud run deploy a ${'--member=x '.repeat(50_000)}`],
  ['commands that never end', 'deploy.sh', `gcloud run deploy a ${'$('.repeat(200_000)}`],
  ['commands within commands', 'deploy.sh', `gcloud run deploy a ${'$(a $(b $(c $(d))))'.repeat(20_000)}`],
  ['texts that never end', 'deploy.sh', `gcloud run deploy a\n${'cat <<A\n'.repeat(100_000)}`],
  ['texts that end', 'deploy.sh', `gcloud run deploy a\n${'cat <<A\nA\n'.repeat(80_000)}`],
  ['very many variables', 'deploy.sh', `gcloud run deploy a\n${'A=b\n'.repeat(100_000)}`],
  ['comments only', 'deploy.sh', `gcloud\n${'#\n'.repeat(200_000)}`],
  ['very many bindings', 'k8s/all.yaml', Array.from({ length: 700 }, (_, index) => connector(index)).join('')],
])('%s take no time to speak of', (_, path, text) => {
  expect(time(path, text)).toBeLessThan(longest);
});
