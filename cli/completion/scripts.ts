// What a shell runs to complete: it hands over the words so far, and falls back to file names when nothing comes back.

const bash = `_chatproof() {
  local IFS=$'\\n'
  COMPREPLY=($(chatproof completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _chatproof chatproof
`;

const zsh = `_chatproof() {
  local -a found
  found=(\${(f)"$(chatproof completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _chatproof chatproof
`;

const fish = `function __chatproof
  set -l words (commandline --tokenize --cut-at-cursor) (commandline --current-token --cut-at-cursor)
  chatproof completion words -- $words[2..-1] 2>/dev/null
end
complete --command chatproof --arguments '(__chatproof)'
`;

export const scripts: Record<string, string> = { bash, zsh, fish };
