/** Every language as the option `language` names it, in the order in which a directory is searched for them. */
export const languageIds = [
  'go',
  'typescript',
  'python',
  'rust',
  'java',
  'kotlin',
  'c',
  'protobuf',
  'sql',
  'graphql',
  'json',
  'yaml',
  'toml',
] as const;
