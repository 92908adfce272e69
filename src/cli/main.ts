#!/usr/bin/env node
import { runCommand } from './program.js';

// Who prints is told by its own write; here it would end the process without a sentence.
process.stdout.on('error', () => undefined);

process.exitCode = await runCommand(process.argv.slice(2));
