import type { CommandWords, Values } from './program-words.js';
import { SESSIONS_COMMAND, valueFlags } from './shared.js';

/** The completion script for bash 3.2 (macOS) and later. */
export function bashScript(commands: readonly CommandWords[]): string {
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`);
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap((option) =>
      option.values === undefined
        ? []
        : [`    ${option.flags.map((flag) => `"${path}|${flag}"`).join('|')}) ${reply(option.values)} return ;;`],
    ),
  );
  const words = commands.map(({ path, commands: below, options, arguments: places }) => {
    const flags = options.flatMap(({ flags: names }) => names).join(' ');
    const names = below.map(({ name }) => name).join(' ');
    const positions = places.flatMap((place, index) =>
      place.kind === 'unknown' ? [] : [`        ${String(index)}) ${reply(place)} ;;`],
    );
    const byPosition = positions.length === 0 ? '' : `\n      case "$place" in\n${positions.join('\n')}\n      esac`;
    return `    "${path}")
      if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "${flags}" -- "$current")); return; fi
      COMPREPLY=($(compgen -W "${names}" -- "$current"))${byPosition}
      ;;`;
  });
  return `# Completion of central-ops for bash. Load it with: source <(central-ops completion bash)
_central_ops_sessions() {
  ${SESSIONS_COMMAND}
}

_central_ops() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" path="" place=0 index word
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
      ${valueFlags(commands).join('|')}) index=$((index + 1)); continue ;;
      -*) continue ;;
    esac
    case "\${path:+$path }$word" in
      ${paths.join('|')}) path="\${path:+$path }$word" ;;
      *) place=$((place + 1)) ;;
    esac
  done
  case "$path|$previous" in
${values.join('\n')}
  esac
  case "$path" in
${words.join('\n')}
  esac
}

complete -F _central_ops central-ops
`;
}

function reply(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W "${values.words.join(' ')}" -- "$current"));`;
    case 'files':
      return 'COMPREPLY=($(compgen -f -- "$current"));';
    case 'sessions':
      return 'COMPREPLY=($(compgen -W "$(_central_ops_sessions)" -- "$current"));';
    case 'unknown':
      return '';
    default:
      return values satisfies never;
  }
}
