import type { Notice } from '../findings/notice.js';
import type { Span } from '../model/span.js';

/** Package ecosystems whose advisories are matched, by the names that findings use. */
export type PackageEcosystem = 'npm' | 'pypi' | 'go' | 'maven' | 'nuget' | 'rubygems' | 'crates' | 'packagist';

/** What a set of components belongs to: a package ecosystem, or another kind of thing that is pinned by a version. */
export type ComponentEcosystem =
  | PackageEcosystem
  | 'dockerfile'
  | 'dotenv'
  | 'notebook'
  | 'terraform'
  | 'serverless'
  | 'sam'
  | 'github-actions'
  | 'javascript'
  | 'python'
  | 'openfaas'
  | 'knative';

/** Where a component comes from. Only `registry` components are matched against advisories. */
export type Origin = 'registry' | 'git' | 'url' | 'path' | 'unknown';

/** One shipped dependency: at one version in a lockfile, or as a range in a manifest. */
export interface Component {
  /** The real name in its ecosystem, normalised as that ecosystem does; aliases are resolved. */
  readonly name: string;
  /** The name as written, when it differs: an alias, another case. */
  readonly writtenName?: string;
  /** The exact version; undefined when only a range is known. */
  readonly version: string | undefined;
  /** The range as written in a manifest. */
  readonly range?: string;
  /** `unknown` when no manifest says what the direct dependencies are. */
  readonly relation: 'direct' | 'transitive' | 'unknown';
  /** Never part of what is deployed. */
  readonly dev: boolean;
  /** One shortest way to a transitive component: `name@version` of its direct parent first, itself excluded. */
  readonly via: readonly string[];
  /** The line that names it. */
  readonly at: Span;
  /** The text of the version or range, without quotes. */
  readonly rangeAt?: Span;
  /** The whole entry with its separator, for removal. */
  readonly whole?: Span;
  readonly origin: Origin;
  readonly resolvedUrl?: string;
  readonly integrity?: readonly string[];
  /** It runs code when it is installed. */
  readonly installScript?: boolean;
  /** The day on which its version was published, `YYYY-MM-DD`, where a lockfile says so. */
  readonly published?: string;
  readonly peer?: boolean;
  /** It comes inside its parent's archive, so that it has no checksum of its own. */
  readonly bundled?: boolean;
  /** What is pinned here when it is no package. */
  readonly pinned?: 'image' | 'module' | 'provider' | 'application' | 'framework' | 'plugin' | 'action';
  /** What it accepts of its own dependencies: name and range, for the way out of transitive ones. */
  readonly accepts?: readonly Requirement[];
}

export interface Requirement {
  readonly name: string;
  readonly range: string;
}

/** A script of the package itself that runs at install. */
export interface InstallScript {
  readonly name: string;
  readonly command: string;
  readonly at: Span;
}

/** A name that may run install scripts, or an index that packages may come from. */
export interface NamedPlace {
  readonly name: string;
  readonly at: Span;
}

/** A comment that silences an analyser, with the line that it ends on. */
export interface Silence extends NamedPlace {
  readonly line: string;
}

/** A text and what it is called. */
export interface WrittenText {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
}

/** How long a new version has to be out before a package manager takes it, as the repository sets it. */
export interface Cooldown {
  /** The setting as written: `min-release-age`. */
  readonly key: string;
  /** Undefined where it is a fixed date, which says nothing of age. */
  readonly days: number | undefined;
  readonly at: Span;
}

/** What a workflow, and the repository around it, has for the analysis of code. */
export interface Analysis {
  /** Analysers that the workflow runs. */
  readonly steps: readonly NamedPlace[];
  /** Those whose failure the workflow ignores, at the line that says so. */
  readonly optional: readonly NamedPlace[];
  /** Analysers of the whole repository. */
  readonly everywhere: readonly string[];
  /** It speaks for the repository, which is told once. */
  readonly isFirst: boolean;
  /** Patterns of files that an analyser leaves out; only of the first. */
  readonly excluded: readonly NamedPlace[];
}

/** What one manifest or lockfile says, with what its neighbours say about the same packages. Plain data. */
export interface ComponentSet {
  readonly path: string;
  /** The format's name: `package-lock`, `requirements` ... */
  readonly format: string;
  readonly kind: 'manifest' | 'lockfile';
  readonly ecosystem: ComponentEcosystem;
  /** The folder it stands in; part of the fingerprint. */
  readonly workspace: string;
  readonly components: readonly Component[];
  /** Of lockfiles: the direct dependencies as the manifests beside it write them. */
  readonly declared: readonly Component[];
  /** Of lockfiles that say so: the ranges of direct dependencies that they were written for. */
  readonly asked?: readonly Requirement[];
  /** Of lockfiles: manifests are at hand, so that what they do not declare is known. */
  readonly declaredKnown: boolean;
  /** Of lockfiles: it names its own direct dependencies, so that what nothing asks for is known. */
  readonly rooted: boolean;
  /** Of manifests: the lockfile that decides the versions. */
  readonly lockfile?: string;
  /** Which generation of a tool writes the lockfile, where their commands differ. */
  readonly lockVersion?: 'classic';
  /** Of manifests: what that lockfile holds. */
  readonly locked: readonly { readonly name: string; readonly version: string }[];
  /** Of manifests: the names that packages of that lockfile ask for, where it says so of their peers too. */
  readonly needed?: readonly string[];
  /** Hosts of registries that the repository configures. */
  readonly registries: readonly string[];
  readonly scripts: readonly InstallScript[];
  readonly builds: readonly NamedPlace[];
  readonly indexes: readonly NamedPlace[];
  /** Texts under names of their own: variables of images, keys of registries. */
  readonly texts?: readonly WrittenText[];
  /** Commands and settings that load something without checking certificates. */
  readonly unverified?: readonly NamedPlace[];
  /** Install scripts are switched off by the repository's settings. */
  readonly scriptsOff: boolean;
  /** Of build files of images: where all of the folder is copied, and what of it no code needs. */
  readonly copies?: { readonly at: Span; readonly unneeded: readonly string[] };
  /** Of workflows. */
  readonly analysis?: Analysis;
  /** Of source files: comments that silence an analyser. */
  readonly silences?: readonly Silence[];
  /** Of lockfiles: the wait for new versions, if the repository sets one. */
  readonly cooldown?: Cooldown;
  /** Folders below the workspace that have a manifest of the same ecosystem. */
  readonly nested: readonly string[];
  /** False when a part could not be read: absence then says nothing. */
  readonly complete: boolean;
  readonly notices: readonly Notice[];
}
