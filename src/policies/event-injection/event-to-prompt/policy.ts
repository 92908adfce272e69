import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-prompt',
  threat: 'event-injection',
  title: 'Event data becomes part of a model’s instructions',
  several: ['calls', 'put event data into instructions of a model'],
  severity: 'medium',
  why: 'Whoever writes the text can tell the model to ignore its rules, reveal its instructions or call its tools (prompt injection).',
  remedy: 'Keep instructions fixed, and pass event data as a user message.',
  acceptable: 'The text is written by the same team, or the model has no tools and its answer goes to the caller only.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-1427'],
    peers: ['LLM01'],
    links: {
      any: [
        'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
        'https://cwe.mitre.org/data/definitions/1427.html',
      ],
    },
  },

  // Left out: messages of the user and of the assistant, and templates of instructions that are read from a file.
  inspect: (code) =>
    flowProblems(code, {
      dangers: ['prompt'],
      severity: () => 'medium',
      message: (_, name) => `${name} puts event data into the instructions of a model`,
    }),
});
