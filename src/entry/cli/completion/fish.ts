import type { CommandWords, OptionWords, Values } from './program-words.js';
import { SESSIONS_COMMAND, valueFlags } from './shared.js';

/** The completion script for fish 3 and later, with descriptions. */
export function fishScript(commands: readonly CommandWords[]): string {
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const lines = commands.flatMap(({ path, commands: below, options, arguments: places }) => {
    const here = `__central_ops_at "${path}"`;
    return [
      ...below.map(({ name, description }) => `${completeWhen(here)} -f -a ${quoted(name)} -d ${quoted(description)}`),
      ...options.map((option) => `${completeWhen(here)} ${optionParts(option)}`),
      ...places.flatMap((place, index) =>
        place.kind === 'unknown'
          ? []
          : [`${completeWhen(`__central_ops_at "${path}" ${String(index)}`)} ${valueParts(place)}`],
      ),
    ];
  });
  return `# Completion of central-ops for fish. Load it with: central-ops completion fish | source
function __central_ops_sessions
  sh -c ${quoted(SESSIONS_COMMAND)}
end

# Whether the words before the cursor lead to this command, and to this of its places.
function __central_ops_at
  set -l where ''
  set -l place 0
  set -l skip 0
  for word in (commandline -opc)[2..-1]
    if test $skip -eq 1
      set skip 0
      continue
    end
    switch $word
      case ${valueFlags(commands).map(quoted).join(' ')}
        set skip 1
        continue
      case '-*'
        continue
    end
    set -l longer (string trim -- "$where $word")
    if contains -- $longer ${paths.join(' ')}
      set where $longer
    else
      set place (math $place + 1)
    end
  end
  test "$where" = "$argv[1]"; and begin; test (count $argv) -lt 2; or test $place -eq $argv[2]; end
end

complete -c central-ops -f
${lines.join('\n')}
`;
}

function completeWhen(condition: string): string {
  return `complete -c central-ops -n ${quoted(condition)}`;
}

function optionParts({ flags, description, values }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = values === undefined ? '' : ` -r ${valueParts(values)}`;
  return `${names.join(' ')} -d ${quoted(description)}${value}`;
}

function valueParts(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `-f -a ${quoted(values.words.join(' '))}`;
    case 'files':
      return '-F';
    case 'sessions':
      return `-f -a '(__central_ops_sessions)'`;
    case 'unknown':
      return '-f';
    default:
      return values satisfies never;
  }
}

/** Between single quotes fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
