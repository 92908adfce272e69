import { Command, CommanderError } from 'commander';
import { advisoriesCommand } from './advisories.js';
import { CannotRun, reasonOf } from './cannot-run.js';
import { fixCommand } from './fix.js';
import { versionOf } from './output.js';
import { policiesCommand } from './policies.js';
import { reviewCommand } from './review.js';
import { sbomCommand } from './sbom.js';
import { scanCommand } from './scan.js';
import { serveCommand } from './serve.js';
import { settingsCommand } from './settings.js';

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
    .option('--format <format>', 'pretty or json', 'pretty')
    .option('--output <file>', 'write the output to a file');
}

function withJudging(command: Command): Command {
  return withOutput(command)
    .option('--fail-on <severity>', 'exit 1 from this severity on: low, medium, high, critical')
    .option('--profile <profile>', 'advisory, standard or strict')
    .option('--settings <file>', 'settings in place of .github/postern.yml')
    .option('--advisories <source>', 'osv, github, a directory or archive of OSV records, an address, or off', 'off')
    .option('--date <date>', 'the day to judge by, YYYY-MM-DD')
    .option('--no-color', 'no colours');
}

/** Commander's words as one sentence. */
function sentence(text: string): string {
  const told = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
  return `postern: ${told.slice(0, 1).toUpperCase()}${told.slice(1)}; postern --help lists what there is.\n`;
}

function makeProgram(end: { code: number }): Command {
  const ending =
    <A extends readonly unknown[]>(command: (...args: A) => Promise<number>) =>
    async (...args: A) => {
      end.code = await command(...args);
    };
  const program = new Command('postern').description('Reviews serverless stacks for security.').version(versionOf());
  program.exitOverride().configureOutput({ outputError: (text, write) => write(sentence(text)) });
  withJudging(program.command('scan [path]').description('every stack under a path, as it stands'))
    .option('--sbom <format>', 'write a bill of materials in place of findings: cyclonedx')
    .option('--stats', 'also say on stderr how much only the deployment knows, by framework and reason')
    .action(
      ending((path, options) =>
        options.sbom === undefined
          ? scanCommand(path ?? '.', options)
          : sbomCommand(path ?? '.', options.sbom, options),
      ),
    );
  withJudging(program.command('review').description('what the change between two commits introduced'))
    .option('--base <rev>', 'the commit to compare with; their merge base counts')
    .option('--head <rev>', 'the changed commit', 'HEAD')
    .option('--repo <dir>', 'the git checkout', '.')
    .action(ending((options) => reviewCommand(options)));
  withJudging(program.command('fix [path]').description('writes the verified fixes into the files'))
    .option('--dry-run', 'show the diff, write nothing')
    .action(ending((path, options) => fixCommand(path ?? '.', options)));
  withOutput(program.command('policies [id]').description('lists the policies, or explains one')).action(
    ending((id, options) => policiesCommand(id, options)),
  );
  program
    .command('serve')
    .description('runs the GitHub App; settings come from the environment')
    .option('--role <role>', 'web (receives webhooks), worker (reviews) or both')
    .action(ending((options) => serveCommand(options)));
  program
    .command('advisories <action> <file> [dir]')
    .description('import: takes an archive of OSV records in')
    .action(ending((action, file, dir) => advisoriesCommand(action, file, dir)));
  program
    .command('settings <action> [path]')
    .description('check: validates .github/postern.yml; show: what is in force')
    .action(ending((action, path) => settingsCommand(action, path ?? '.')));
  return program;
}
