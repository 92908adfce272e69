import { Command, CommanderError } from 'commander';
import { CannotRun, reasonOf } from './cannot-run.js';
import { formats } from './targets.js';
import { versionOf } from './version.js';

/** Runs a command line and answers its exit code; every failure is one sentence on stderr and code 2. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const end = { code: 0 };
  try {
    await makeProgram(end).parseAsync(args, { from: 'user' });
    return end.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const told = error instanceof CannotRun ? error.message : `Unexpected: ${reasonOf(error)}`;
    process.stderr.write(`postern: ${told}\n`);
    return 2;
  }
}

function withOutput(command: Command): Command {
  return command
    .option('--format <name[:file]>', `${formats.join(', ')}; several with files`, gathered)
    .option('--output <file>', 'write the output to a file');
}

function withJudging(command: Command): Command {
  return withOutput(command)
    .option('--fail-on <severity>', 'exit 1 from this severity on: low, medium, high, critical')
    .option('--profile <profile>', 'advisory, standard or strict')
    .option('--settings <file>', 'settings in place of .github/postern.yml')
    .option('--exclude <glob>', 'leave paths out; may be given several times', gathered, [])
    .option('--advisories <source>', 'osv, github, a directory or archive of OSV records, an address, or off', 'off')
    .option('--date <date>', 'the day to judge by, YYYY-MM-DD')
    .option('--policy <id>', 'tell problems of this policy only; may be given several times', gathered, [])
    .option('--severity <severity>', 'leave out what is below: low, medium, high, critical')
    .option('--quiet', 'print what fails and nothing else')
    .option('--all', 'show every place, low problems too')
    .option('--no-color', 'no colours');
}

/** The values of an option that may be given several times. */
function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** No path is the present folder. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ['.'] : paths;
}

/** Commander's words as one sentence. */
function sentence(text: string): string {
  const told = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
  return `postern: ${told.slice(0, 1).toUpperCase()}${told.slice(1)}; postern --help lists what there is.\n`;
}

/** Makes an action of a command that answers its exit code. */
type Ending = <A extends readonly unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

function addJudging(program: Command, ending: Ending): void {
  withJudging(program.command('scan [paths...]').description('every stack under the paths, as it stands'))
    .option('--sbom <format>', 'write a bill of materials in place of findings: cyclonedx')
    .option('--files-from <file>', 'tell only what these files decide, one a line; - reads the standard input')
    .option('--baseline <file>', 'the JSON of an earlier scan: what stands there is known and does not fail')
    .option('--watch', 'scan again at each change, until interrupted')
    .option('--stats', 'also say on stderr how much only the deployment knows, by framework and reason')
    .action(
      ending(async (paths, options) =>
        options.sbom === undefined
          ? (await import('./scan.js')).scanCommand(orHere(paths), options)
          : (await import('./sbom.js')).sbomCommand(orHere(paths), options.sbom, options),
      ),
    );
  withJudging(program.command('review').description('what the change between two commits introduced'))
    .option('--base <rev>', 'the commit to compare with; their merge base counts')
    .option('--head <rev>', 'the changed commit', 'HEAD')
    .option('--staged', 'what is staged in place of a commit: what git commit would make; --base is HEAD')
    .option('--repo <dir>', 'the git checkout', '.')
    .option('--pull <pull>', 'a pull request on GitHub, OWNER/REPO#NUMBER; GITHUB_TOKEN is used')
    .option('--publish', 'post the comments and the check of --pull')
    .action(ending(async (options) => (await import('./review.js')).reviewCommand(options)));
  withJudging(program.command('fix [paths...]').description('writes the verified fixes into the files'))
    .option('--dry-run', 'show the diff, write nothing')
    .action(ending(async (paths, options) => (await import('./fix.js')).fixCommand(orHere(paths), options)));
}

function addAccess(program: Command, ending: Ending): void {
  program
    .command('access')
    .description('who can do what; with --base: what a change newly allows')
    .option('--format <format>', 'pretty or json', 'pretty')
    .option('--output <file>', 'write the output to a file')
    .option('--base <rev>', 'the commit to compare with; their merge base counts')
    .option('--head <rev>', 'the changed commit', 'HEAD')
    .option('--repo <dir>', 'the git checkout, or any folder', '.')
    .option('--can <words...>', 'FUNCTION ACTION RESOURCE: yes (exit 0), no (1) or unknown (2), and why')
    .action(ending(async (options) => (await import('./access.js')).accessCommand(options)));
}

function addServer(program: Command, ending: Ending): void {
  program
    .command('serve')
    .description('runs the GitHub App; settings come from the environment')
    .option('--role <role>', 'web (receives webhooks), worker (reviews) or both')
    .action(ending(async (options) => (await import('./serve.js')).serveCommand(options)));
  program
    .command('doctor')
    .description('looks at a deployment of the GitHub App and says what to change')
    .option('--format <format>', 'pretty or json', 'pretty')
    .action(ending(async (options) => (await import('./doctor.js')).doctorCommand(options)));
}

/** What says how Postern judges, without judging. */
function addTelling(program: Command, ending: Ending): void {
  program
    .command('explain <place>')
    .description('what Postern sees in a handler: FILE or FILE:LINE, in the present folder')
    .option('--root <dir>', 'the folder that holds the stacks', '.')
    .action(ending(async (place, options) => (await import('./explain.js')).explainCommand(place, options)));
  program
    .command('policies [id]')
    .description('lists the policies, or explains one')
    .option('--format <format>', 'pretty or json', 'pretty')
    .option('--output <file>', 'write the output to a file')
    .option(
      '--map <tool>',
      'what a tool calls them, both ways: checkov, kics, trivy, cfn_nag, cdk-nag, semgrep, security-hub, cis or owasp',
    )
    .action(ending(async (id, options) => (await import('./policies.js')).policiesCommand(id, options)));
}

/** The commands. What a command needs is loaded when it is called. */
function makeProgram(end: { code: number }): Command {
  const ending: Ending =
    (command) =>
    async (...args) => {
      end.code = await command(...args);
    };
  const program = new Command('postern').description('Reviews serverless stacks for security.').version(versionOf());
  program.exitOverride().configureOutput({ outputError: (text, write) => write(sentence(text)) });
  addJudging(program, ending);
  addTelling(program, ending);
  addAccess(program, ending);
  addServer(program, ending);
  program
    .command('advisories <action> <file> [dir]')
    .description('import: takes an archive of OSV records in')
    .action(
      ending(async (action, file, dir) => (await import('./advisories.js')).advisoriesCommand(action, file, dir)),
    );
  program
    .command('settings <action> [path]')
    .description('check: validates .github/postern.yml; show: what is in force')
    .action(ending(async (action, path) => (await import('./settings.js')).settingsCommand(action, path ?? '.')));
  program
    .command('completion <shell>')
    .description('prints the completion script of bash, zsh or fish')
    .action(ending(async (shell) => (await import('./completion.js')).completionCommand(shell, program)));
  program.addHelpText('after', exitCodes);
  return program;
}

const exitCodes = `
Exit codes:
  0  nothing fails
  1  something fails, or under the profile strict something could not be read
  2  it could not run: one sentence on stderr says what to do, and no output is half written`;
