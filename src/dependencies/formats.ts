import type { Format } from './format.js';
import { bunBinaryLock, bunLock } from './formats/bun-lock.js';
import { cargo, cargoLock } from './formats/cargo.js';
import { composer, composerLock } from './formats/composer.js';
import { gemfile, gemfileLock } from './formats/gemfile.js';
import { goMod } from './formats/go-mod.js';
import { goSum } from './formats/go-sum.js';
import { gradle, gradleLock } from './formats/gradle.js';
import { dockerfile, knativeImages, openfaasImages } from './formats/images.js';
import { nuget, nugetLock } from './formats/nuget.js';
import { packageJson } from './formats/package-json.js';
import { packageLock } from './formats/package-lock.js';
import { pipfile, pipfileLock } from './formats/pipfile.js';
import { pnpmLock } from './formats/pnpm-lock.js';
import { pom } from './formats/pom.js';
import { pyproject } from './formats/pyproject.js';
import { pythonLock } from './formats/python-lock.js';
import { requirements } from './formats/requirements.js';
import { serverlessPins } from './formats/serverless-pins.js';
import { setupCfg } from './formats/setup-cfg.js';
import { samPins, workflowPins } from './formats/stack-pins.js';
import { terraformPins } from './formats/terraform-pins.js';
import { versionCatalog } from './formats/version-catalog.js';
import { yarnLock } from './formats/yarn-lock.js';

/** Every manifest and lockfile format, one line each. */
export const formats: readonly Format[] = [
  packageJson,
  packageLock,
  yarnLock,
  pnpmLock,
  bunLock,
  bunBinaryLock,
  requirements,
  pyproject,
  pythonLock,
  pipfile,
  pipfileLock,
  setupCfg,
  goMod,
  goSum,
  pom,
  gradle,
  gradleLock,
  versionCatalog,
  gemfile,
  gemfileLock,
  composer,
  composerLock,
  cargo,
  cargoLock,
  nuget,
  nugetLock,
  dockerfile,
  knativeImages,
  openfaasImages,
  terraformPins,
  serverlessPins,
  workflowPins,
  samPins,
];
