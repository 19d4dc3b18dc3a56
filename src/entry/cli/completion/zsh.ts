import type { CommandWords, Values } from './program-words.js';
import { SESSIONS_COMMAND, valueFlags } from './shared.js';

/** The completion script for zsh, with descriptions. Works from a folder of `fpath`, and sourced after `compinit`. */
export function zshScript(commands: readonly CommandWords[]): string {
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap((option) =>
      option.values === undefined
        ? []
        : [
            `    ${option.flags.map((flag) => quoted(`${path}|${flag}`)).join('|')}) ${reply(option.values)}; return ;;`,
          ],
    ),
  );
  const words = commands.map(({ path, commands: below, options, arguments: places }) => {
    const flags = options.flatMap((option) => option.flags.map((flag) => described(flag, option.description)));
    const names = below.map(({ name, description }) => described(name, description));
    const positions = places.flatMap((place, index) =>
      place.kind === 'unknown' ? [] : [`        ${String(index)}) ${reply(place)} ;;`],
    );
    const byPosition = positions.length === 0 ? '' : `\n      case $place in\n${positions.join('\n')}\n      esac`;
    const byName = names.length === 0 ? '' : `\n      list=(${names.join(' ')}); _describe command list`;
    return `    ${quoted(path)})
      if [[ $current == -* ]]; then list=(${flags.join(' ')}); _describe option list; return; fi${byName}${byPosition}
      ;;`;
  });
  return `#compdef central-ops
# Completion of central-ops for zsh. Load it with: source <(central-ops completion zsh)
_central_ops_sessions() {
  ${SESSIONS_COMMAND}
}

_central_ops() {
  local current=\${words[CURRENT]} previous=\${words[CURRENT-1]} where="" place=0 index word
  local -a list
  for ((index = 2; index < CURRENT; index++)); do
    word=\${words[index]}
    case $word in
      ${valueFlags(commands).join('|')}) ((index++)); continue ;;
      -*) continue ;;
    esac
    case "\${where:+$where }$word" in
      ${paths.join('|')}) where="\${where:+$where }$word" ;;
      *) ((place++)) ;;
    esac
  done
  case "$where|$previous" in
${values.join('\n')}
  esac
  case $where in
${words.join('\n')}
  esac
}

if [[ $funcstack[1] == _central_ops ]]; then _central_ops "$@"; else compdef _central_ops central-ops; fi
`;
}

function reply(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `compadd -- ${values.words.map(quoted).join(' ')}`;
    case 'files':
      return '_files';
    case 'sessions':
      return 'compadd -- ${(f)"$(_central_ops_sessions)"}';
    case 'unknown':
      return ':';
    default:
      return values satisfies never;
  }
}

function described(word: string, description: string): string {
  return quoted(`${word.replaceAll(':', '\\:')}:${description}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
