import type { Component, ComponentSet } from '../../dependencies/component.js';
import { fileName } from '../../dependencies/format.js';

/** What a person runs so that a component goes to a version, by the tool that wrote the lockfile. */
export function upgradeCommand(set: ComponentSet, component: Component, version: string): string | undefined {
  const direct = component.relation === 'direct';
  const tool = toolOf(set);
  if (tool === 'yarn-classic' && !direct) return undefined;
  const command = commands[tool];
  return command?.({ name: component.writtenName ?? component.name, version, direct, dev: component.dev });
}

/** What a person runs after the manifest line of a component was changed. Composer writes anew only what it is told. */
export function lockCommand(set: ComponentSet, changed?: Component): string | undefined {
  const tool = toolOf(set);
  const command = lockCommands[tool];
  return tool === 'packagist' && changed !== undefined ? `${command} ${changed.name} --with-dependencies` : command;
}

/** What a person runs so that a component that the manifest names is in neither manifest nor lockfile any more. */
export function removeCommand(set: ComponentSet, { name, writtenName = name }: Component): string | undefined {
  if (set.ecosystem === 'go') return `go mod edit -droprequire=${name} && go mod tidy`;
  const command = removals[toolOf(set)];
  return command === undefined ? undefined : `${command} ${writtenName}`;
}

/** The package manager, told by the lockfile; without one by the manifest. */
function toolOf(set: ComponentSet): string {
  const file = fileName(set.lockfile ?? set.path);
  if (file === 'yarn.lock' && set.lockVersion === 'classic') return 'yarn-classic';
  return tools[file] ?? set.ecosystem;
}

const tools: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'yarn.lock': 'yarn',
  'pnpm-lock.yaml': 'pnpm',
  'bun.lock': 'bun',
  'poetry.lock': 'poetry',
  'uv.lock': 'uv',
  'pdm.lock': 'pdm',
  'Pipfile.lock': 'pipenv',
  Pipfile: 'pipenv',
  'gradle.lockfile': 'gradle',
};

const removals: Readonly<Record<string, string>> = {
  npm: 'npm uninstall',
  yarn: 'yarn remove',
  'yarn-classic': 'yarn remove',
  pnpm: 'pnpm remove',
  bun: 'bun remove',
  poetry: 'poetry remove',
  uv: 'uv remove',
  pdm: 'pdm remove',
  pipenv: 'pipenv uninstall',
  rubygems: 'bundle remove',
  packagist: 'composer remove',
  crates: 'cargo remove',
  nuget: 'dotnet remove package',
};

interface Wanted {
  readonly name: string;
  readonly version: string;
  readonly direct: boolean;
  readonly dev: boolean;
}

const commands: Readonly<Record<string, (wanted: Wanted) => string>> = {
  npm: ({ name, version, direct, dev }) =>
    direct ? `npm install ${dev ? '--save-dev ' : ''}${name}@${version}` : `npm update ${name}`,
  yarn: ({ name, version, direct }) => (direct ? `yarn up ${name}@${version}` : `yarn up -R ${name}`),
  'yarn-classic': ({ name, version }) => `yarn upgrade ${name}@${version}`,
  pnpm: ({ name, version, direct }) =>
    direct ? `pnpm update ${name}@${version}` : `pnpm update ${name} --depth Infinity`,
  bun: ({ name, version, direct }) => (direct ? `bun add ${name}@${version}` : `bun update ${name}`),
  poetry: ({ name, version, direct }) => (direct ? `poetry add "${name}@^${version}"` : `poetry update ${name}`),
  uv: ({ name, version }) => `uv lock --upgrade-package ${name}==${version}`,
  pdm: ({ name }) => `pdm update ${name}`,
  pipenv: ({ name, version }) => `pipenv upgrade "${name}==${version}"`,
  go: ({ name, version }) =>
    name === 'go' ? `go mod edit -toolchain=go${version}` : `go get ${name}@v${version} && go mod tidy`,
  gradle: ({ name, version }) => `./gradlew dependencies --update-locks ${name}:${version}`,
  rubygems: ({ name }) => `bundle update --conservative ${name}`,
  packagist: ({ name }) => `composer update ${name} --with-dependencies`,
  crates: ({ name, version }) => `cargo update -p ${name} --precise ${version}`,
  nuget: ({ name, version }) => `dotnet add package ${name} --version ${version}`,
};

const lockCommands: Readonly<Record<string, string>> = {
  npm: 'npm install',
  yarn: 'yarn install',
  'yarn-classic': 'yarn install',
  pnpm: 'pnpm install',
  bun: 'bun install',
  poetry: 'poetry lock',
  uv: 'uv lock',
  pdm: 'pdm lock',
  pipenv: 'pipenv lock',
  go: 'go mod tidy',
  gradle: './gradlew dependencies --write-locks',
  rubygems: 'bundle install',
  packagist: 'composer update',
  crates: 'cargo update --workspace',
  nuget: 'dotnet restore --force-evaluate',
};

/** The block that makes a package manager use a version of a package that nobody names directly. */
export function overrideBlock(set: ComponentSet, component: Component, version: string): string | undefined {
  const name = component.name;
  const tool = toolOf(set);
  const json = (key: string): string => `"${key}": { "${name}": "${version}" }`;
  if (tool === 'npm' || tool === 'bun') return `In package.json: \`${json('overrides')}\``;
  if (tool === 'yarn' || tool === 'yarn-classic') return `In package.json: \`${json('resolutions')}\``;
  if (tool === 'pnpm') return `In pnpm-workspace.yaml: \`overrides: { '${name}': '${version}' }\``;
  if (tool === 'uv') return `In pyproject.toml: \`[tool.uv] constraint-dependencies = ["${name}>=${version}"]\``;
  if (set.ecosystem === 'maven') {
    const [group = '', artifact = ''] = name.split(':');
    const inner = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
    return tool === 'gradle'
      ? `In the build file: \`constraints { implementation("${name}:${version}") }\``
      : `In pom.xml under dependencyManagement: \`<dependency>${inner}</dependency>\``;
  }
  return set.ecosystem === 'pypi' ? `In a constraints file: \`${name}>=${version}\`` : undefined;
}
