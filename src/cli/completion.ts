import type { Command, Option } from 'commander';
import { severities } from '../findings/severity.js';
import { catalogue } from '../policies/catalogue.js';
import { CannotRun } from './cannot-run.js';
import { print } from './output.js';
import { formats } from './targets.js';

const shells = { bash, zsh, fish } as const;

/** `postern completion bash|zsh|fish`: a script that a shell loads, made from the commands themselves. */
export async function completionCommand(shell: string, program: Command): Promise<number> {
  if (!Object.hasOwn(shells, shell))
    throw new CannotRun(`postern completion knows bash, zsh and fish, not ${JSON.stringify(shell)}.`);
  await print(shells[shell as keyof typeof shells](commandsOf(program)));
  return 0;
}

interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly { readonly flag: string; readonly about: string; readonly takesValue: boolean }[];
  /** What its first argument may be; undefined: files. */
  readonly words: readonly string[] | undefined;
}

const policies = catalogue.map(({ id }) => id);

/** What options may be followed by; others are followed by files. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--format': formats,
  '--severity': severities,
  '--fail-on': severities,
  '--profile': ['advisory', 'standard', 'strict'],
  '--policy': policies,
  '--sbom': ['cyclonedx'],
  '--role': ['web', 'worker', 'both'],
};

const words: Readonly<Record<string, readonly string[]>> = {
  policies,
  settings: ['check', 'show'],
  advisories: ['import'],
  completion: Object.keys(shells),
};

function commandsOf(program: Command): readonly Completed[] {
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: command.options.map((option: Option) => ({
      flag: option.long ?? option.flags,
      about: option.description,
      takesValue: option.required || option.optional,
    })),
    words: words[command.name()],
  }));
}

function bash(commands: readonly Completed[]): string {
  const cases = Object.entries(values).map(
    ([flag, all]) => `    ${flag}) COMPREPLY=($(compgen -W "${all.join(' ')}" -- "$word")); return ;;`,
  );
  const own = commands.map(({ name, options, words: first }) => {
    const all = [...options.map(({ flag }) => flag), ...(first ?? [])].join(' ');
    return `    ${name}) COMPREPLY=($(compgen -W "${all}" -- "$word")) ;;`;
  });
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion of postern: source <(postern completion bash)
_postern() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$previous" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names} --help --version" -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${own.join('\n')}
  esac
}
complete -o default -o bashdefault -F _postern postern
`;
}

function zsh(commands: readonly Completed[]): string {
  const cases = Object.entries(values).map(([flag, all]) => `    ${flag}) compadd -- ${all.join(' ')}; return ;;`);
  const own = commands.map(({ name, options, words: first }) => {
    const all = [...options.map(({ flag }) => flag), ...(first ?? [])].join(' ');
    return `    ${name}) [[ -n "${all}" ]] && compadd -- ${all}; _files ;;`;
  });
  const described = commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`);
  return `#compdef postern
# zsh completion of postern: postern completion zsh > "\${fpath[1]}/_postern"
_postern() {
  local -a commands=(
${described.join('\n')}
  )
  case "\${words[CURRENT-1]}" in
${cases.join('\n')}
  esac
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "\${words[2]}" in
${own.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_postern" ]; then _postern "$@"; else compdef _postern postern; fi
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, about, options, words: first = [] }) => {
    const within = `complete -c postern -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c postern -f -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
      ...(first.length === 0 ? [] : [`${within} -a ${quoted(first.join(' '))}`]),
      ...options.map(({ flag, about: does, takesValue }) => {
        const given = values[flag];
        const value = given === undefined ? '-r' : `-x -a ${quoted(given.join(' '))}`;
        return `${within} -l ${flag.replace(/^--/, '')} ${takesValue ? `${value} ` : ''}-d ${quoted(does)}`;
      }),
    ];
  });
  return `# fish completion of postern: postern completion fish > ~/.config/fish/completions/postern.fish\n${lines.join('\n')}\n`;
}

/** A word of any of the shells. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
