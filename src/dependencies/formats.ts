import type { Format } from './format.js';
import { cargo, cargoLock } from './formats/cargo.js';
import { composer, composerLock } from './formats/composer.js';
import { dotenv } from './formats/dotenv.js';
import { gemfile, gemfileLock } from './formats/gemfile.js';
import { goMod } from './formats/go/go-mod.js';
import { goSum } from './formats/go/go-sum.js';
import { dockerfile, knativeImages, openfaasImages } from './formats/images.js';
import { gradle, gradleLock } from './formats/jvm/gradle.js';
import { pom } from './formats/jvm/pom.js';
import { versionCatalog } from './formats/jvm/version-catalog.js';
import { kustomizeImages } from './formats/kustomize-images.js';
import { notebook } from './formats/notebook.js';
import { bunBinaryLock, bunLock } from './formats/npm/bun-lock.js';
import { packageJson } from './formats/npm/package-json.js';
import { packageLock } from './formats/npm/package-lock.js';
import { pnpmLock } from './formats/npm/pnpm-lock.js';
import { yarnLock } from './formats/npm/yarn-lock.js';
import { nuget, nugetLock } from './formats/nuget.js';
import { pipfile, pipfileLock } from './formats/python/pipfile.js';
import { pyproject } from './formats/python/pyproject.js';
import { pythonLock } from './formats/python/python-lock.js';
import { requirements } from './formats/python/requirements.js';
import { setupCfg } from './formats/python/setup-cfg.js';
import { serverlessPins } from './formats/serverless-pins.js';
import { samPins, workflowPins } from './formats/stack-pins.js';
import { terraformPins } from './formats/terraform-pins.js';

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
  dotenv,
  notebook,
  kustomizeImages,
  knativeImages,
  openfaasImages,
  terraformPins,
  serverlessPins,
  workflowPins,
  samPins,
];
