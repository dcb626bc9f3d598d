# Types into an interactive zsh, on a terminal, as a person does, and prints what its command line holds afterwards.
# Usage: zsh -f type-in-zsh.zsh <script that zsh sources> <keys>...
zmodload zsh/zpty || exit 1
zpty shell zsh -f -i
zpty -w shell "PS1=; setopt nobeep; autoload -U compinit && compinit -u -D; source ${(q)1}"
zpty -w shell 'shown() { print -rn -- "<<$BUFFER>>"; BUFFER= }; zle -N shown; bindkey "^T" shown; print "rea""dy"'
zpty -r shell output $'*\nready*'
shift
for keys; do
  zpty -w -n shell "$keys"$'\C-t'
  zpty -r shell output '*<<*>>*'
  print -r -- "${${output##*<<}%%>>*}"
done
zpty -d shell
