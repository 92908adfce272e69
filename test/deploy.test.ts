import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { createFigures } from '../src/serving/figures.js';
import { runIn } from './support/command.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

function filesUnder(folder: string): readonly string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', folder], { cwd: root })
    .toString()
    .split('\n')
    .filter((file) => file !== '');
}

const pages = filesUnder('docs/operate');
const deployed = filesUnder('deploy');
const yaml = deployed.filter((file) => /\.ya?ml$/.test(file));

/** The variables that Postern reads, as `.env.example` lists them. */
const own = new Set([...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));
/** Those of Node, OpenTelemetry, AWS and PostgreSQL that the pages tell of. */
const others = /^(NODE_|OTEL_|AWS_|AF_|POSTGRES_|HTTPS_PROXY$|NO_PROXY$|CAPABILITY_IAM$|SECRET_ID$|QUEUE_URL$)/;

describe('the variables that are named', () => {
  const named = (text: string) =>
    [...text.matchAll(/(?<![\w/.-])([A-Z][A-Z]+(?:_[A-Z]+)+)(?![\w-])/g)].map(([, name = '']) => name);
  test.each([...pages, ...deployed, 'Dockerfile'])('in %s exist', (file) => {
    const unknown = named(read(file)).filter((name) => !own.has(name) && !others.test(name));
    expect(unknown).toEqual([]);
  });

  test('are read by the server', () => {
    const source = ['environment.ts', 'serving/tracing.ts', 'serving/setup.ts']
      .map((file) => read(`src/${file}`))
      .join();
    const byProbot = ['LOG_LEVEL', 'LOG_FORMAT', 'GHE_HOST', 'GHE_PROTOCOL'];
    expect([...own].filter((name) => !source.includes(String(name)) && !byProbot.includes(String(name)))).toEqual([]);
  });
});

describe('what is deployed', () => {
  test.each(yaml.filter((file) => !file.includes('lambda')))('%s can be read', (file) => {
    for (const document of parseAllDocuments(read(file), { merge: true })) {
      expect(document.errors).toEqual([]);
      expect(document.toJS()).toBeInstanceOf(Object);
    }
  });

  test('has nothing that Postern would tell', async () => {
    const { status, stdout } = await runIn(root, ['scan', 'deploy', 'Dockerfile', '--format', 'json']);
    const { findings, notices } = JSON.parse(stdout);
    const told = findings.filter(({ suppressed }: { suppressed: unknown }) => suppressed === null);
    expect([told, notices, status]).toEqual([[], [], 0]);
    const accepted = findings.map(({ policy, suppressed }: { policy: string; suppressed: { reason: string } }) => [
      policy,
      suppressed.reason,
    ]);
    expect(accepted).toEqual([['function-url-open', expect.stringContaining('HMAC')]]);
  });

  test("keeps to the unit: what the operator's file of variables holds would hold before it", () => {
    const ofUnit = [...read('deploy/systemd/postern.service').matchAll(/^Environment=(.*)$/gm)].flatMap(
      ([, line = '']) => line.split(' ').map((one) => one.split('=')[0]),
    );
    const ofFile = [...read('deploy/systemd/postern.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(ofUnit).toContain('DATA_DIR');
    expect(ofFile).toEqual(['APP_ID', 'WEBHOOK_SECRET']);
    expect(read('docs/operate/node.md')).toContain('deploy/systemd/postern.env.example /etc/postern/postern.env');
  });

  test('runs on the Node of the image, by number and pinned', () => {
    const from = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    expect(new Set(from).size).toBe(1);
    expect(from[0]).toMatch(/^node:24\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}$/);
    expect(read('Dockerfile')).toMatch(/^USER \d+:\d+$/m);
  });

  const kubectl = spawnSync('kubectl', ['version', '--client']).status === 0 ? test : test.skip;
  kubectl('is what Kustomize makes of it: no pod has root, a writable root or a token', () => {
    const made = execFileSync('kubectl', ['kustomize', 'deploy/kubernetes'], { cwd: root }).toString();
    const objects = parseAllDocuments(made).map((document) => document.toJS());
    const pods = objects.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.template.spec);
    expect(pods).toHaveLength(2);
    for (const pod of pods) {
      expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
      const [container] = pod.containers;
      expect(container.securityContext).toMatchObject({
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
      });
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(graceOf(container));
      for (const probe of ['livenessProbe', 'readinessProbe']) expect(container[probe].httpGet.path).toMatch(/z$/);
    }
    const scaled = objects.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(scaled.spec.metrics[0].external.metric.name).toBe('postern_queue_age_seconds');
  });

  kubectl('is adapted by the overlay of the page: its image and its host', () => {
    const place = mkdtempSync(path.join(tmpdir(), 'overlay-'));
    const [overlay = ''] =
      /(?<=^```yaml\n)# kustomization\.yaml\n[\s\S]*?(?=^```$)/m.exec(read('docs/operate/kubernetes.md')) ?? [];
    cpSync(path.join(root, 'deploy/kubernetes'), path.join(place, 'postern/deploy/kubernetes'), { recursive: true });
    mkdirSync(path.join(place, 'own'));
    const digest = `sha256:${'a'.repeat(64)}`;
    writeFileSync(path.join(place, 'own/kustomization.yaml'), overlay.replace('sha256:...', digest));
    const made = execFileSync('kubectl', ['kustomize', path.join(place, 'own')]).toString();
    rmSync(place, { recursive: true });
    expect(made.match(/image: .*/g)).toEqual(Array(2).fill(`image: ghcr.io/acme/postern@${digest}`));
    expect(made).toContain('host: postern.acme.example');
  });
});

interface Variable {
  readonly name: string;
  readonly value?: string;
}

function graceOf({ env }: { readonly env: readonly Variable[] }): number {
  return Number(env.find(({ name }) => name === 'GRACE_SECONDS')?.value ?? 8);
}

describe('the pages', () => {
  test('are listed, and every link leads somewhere', () => {
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, to = '']) => path.join(path.dirname(page), to)),
    );
    expect(links.filter((to) => !pages.includes(to))).toEqual([]);
    expect(pages.filter((page) => !links.includes(page))).toEqual(['docs/operate/README.md']);
  });

  test('name files that are there', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/(?<![\w/.])(?:deploy|scripts|docs)\/[\w./-]+\w/g)].map(([name]) => name),
    );
    const there = new Set(
      ['deploy', 'scripts', 'docs'].flatMap((folder) => [...filesUnder(folder), ...foldersUnder(folder)]),
    );
    expect(named.filter((name) => !there.has(name) && name !== 'deploy/lambda/package')).toEqual([]);
  });

  test('tell every figure that is served, and no other', async () => {
    const text = await createFigures(async () => ({ waiting: 0, running: 0, oldest: 0 })).render();
    const source = read('src/serving/figures.ts');
    const served = [...source.matchAll(/'(postern_[a-z_]+)'/g)].map(([, name = '']) => name);
    expect(text).toContain('postern_memory_bytes');
    const told = [...read('docs/operate/watching.md').matchAll(/postern_[a-z_]+/g)].map(([name]) =>
      name.replace(/_total$/, ''),
    );
    expect([...new Set(told)].sort()).toEqual([...new Set(served)].sort());
  });

  test('show YAML that can be read', () => {
    const blocks = pages.flatMap((page) =>
      [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text),
    );
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) expect(parse(block)).toBeInstanceOf(Object);
  });
});

function foldersUnder(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
