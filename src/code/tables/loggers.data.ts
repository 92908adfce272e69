/** Functions that write to logs: developer.mozilla.org (console), Powertools, pino, winston, docs.python.org (logging). 2026-11-26. */
export const loggers =
  /^(?:console\.(?:log|info|debug|warn|error|dir|trace)|print|pprint\.pprint|logging\.\w+|(?:\w+\.)*(?:logger|log)\.(?:log|info|debug|warn|warning|error|trace|silly|verbose|critical))$|^(?:pino|winston|bunyan|loglevel)\b.*\.(?:info|debug|warn|error|trace|log)$|^@aws-lambda-powertools\/logger\.Logger\(\)\.\w+$|^(?:logging\.getLogger|aws_lambda_powertools\.Logger)\(\)\.\w+$/;

/** Names of what opens something to whoever has it. */
export const secretNames =
  /^(?:authorization|cookie|set-cookie|x-api-key|password|passwd|pwd|secret|client_?secret|access_?token|refresh_?token|id_?token|api_?key|private_?key|credit_?card|card_?number|cvv|ssn)$/i;
