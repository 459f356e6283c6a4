import type { CommandShape, Shape, Values } from './command-tree.js';

/** A script for PowerShell 5.1 and newer. Where it returns nothing, PowerShell completes paths by itself. */
export function powershell({ program, commands, byDefault }: Shape): string {
  const shapes = [...commands, { ...byDefault, name: '' }];
  return `# Completions of ${program} for PowerShell. In $PROFILE: ${program} completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quoted(program)} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${commands.map(({ name, description }) => `    ${quoted(name)} = ${quoted(description)}`).join('\n')}
  }
  $options = @{
${shapes.map((shape) => `    ${quoted(shape.name)} = ${optionTable(shape)}`).join('\n')}
  }
  $values = @{
${shapes.map((shape) => `    ${quoted(shape.name)} = ${valueTable(shape)}`).join('\n')}
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { "$_" })
  $command = ''
  foreach ($word in $words) {
    if ($word.StartsWith('-')) { continue }
    if ($commands.ContainsKey($word)) { $command = $word }
    break
  }
  $previous = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $found = if ($values[$command].ContainsKey($previous)) { $values[$command][$previous] }
  elseif ($wordToComplete.StartsWith('-')) { $options[$command].Keys }
  else { @($values[$command]['']) + @(if ($command -eq '') { $commands.Keys }) }
  $found | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | Sort-Object | ForEach-Object {
    $about = if ($options[$command].ContainsKey($_)) { $options[$command][$_] } elseif ($commands.ContainsKey($_)) { $commands[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $about)
  }
}
`;
}

function optionTable({ options }: CommandShape): string {
  const entries = options.flatMap(({ flags, description }) =>
    flags.map((flag) => `${quoted(flag)} = ${quoted(description)}`),
  );
  return `@{ ${entries.join('; ')} }`;
}

/** What stands behind each option that takes a value, and, under the empty name, behind the command. */
function valueTable({ options, values }: CommandShape): string {
  const taking = options.filter((option) => option.values !== undefined);
  const entries = [
    `'' = ${list(values)}`,
    ...taking.flatMap((option) => option.flags.map((flag) => `${quoted(flag)} = ${list(option.values)}`)),
  ];
  return `@{ ${entries.join('; ')} }`;
}

function list(values: Values | undefined): string {
  return `@(${Array.isArray(values) ? values.map(quoted).join(', ') : ''})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
