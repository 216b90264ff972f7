#!/bin/sh
# Makes people for chatproof: reads one request from standard input, prints the answer (chatproof help people).
set -eu

# Makes one account and prints what your server knows about it. {{dialect}} needs: {{needs}}.
make_person() {
  echo "{{file}}: make_person is yours to write" >&2
  exit 1
  # echo '{{personJson}}'
}

# Prints the id of a new room of two people: $1 and $2 are their keys.
make_room() {
  echo "{{file}}: make_room is yours to write" >&2
  exit 1
}

# Prints the key of a new group: $1 is a JSON list of its members' keys, $2 one of its admins' keys.
make_group() {
  echo "{{file}}: make_group is yours to write" >&2
  exit 1
}

request=$(cat)

# "p1" with {"id":1} gives {"key":"p1","id":1}.
with_key() { printf '{"key":"%s",%s' "$1" "${2#?}"; }

people=
count=$(printf %s "$request" | sed 's/.*"people":\([0-9]*\).*/\1/')
for n in $(seq 1 "$count"); do
  person=$(make_person "p$n")
  people="$people,$(with_key "p$n" "$person")"
done

# A list of pairs of keys, such as [["p1","p2"],["p1","p3"]].
rooms=
pairs=$(printf %s "$request" | sed -n 's/.*"rooms":\[\(\(\[[^]]*\],*\)*\)\].*/\1/p' | tr ']' '\n' | tr -d '[" ')
for pair in $pairs; do
  pair=${pair#,}
  first=${pair%,*}
  second=${pair#*,}
  id=$(make_room "$first" "$second")
  rooms="$rooms,{\"id\":$id,\"members\":[\"$first\",\"$second\"]}"
done

groups=
for group in $(printf %s "$request" | grep -o '{"members":[^}]*}' || true); do
  members=$(printf %s "$group" | sed 's/.*"members":\(\[[^]]*\]\).*/\1/')
  admins=$(printf %s "$group" | sed 's/.*"admins":\(\[[^]]*\]\).*/\1/')
  key=$(make_group "$members" "$admins")
  groups="$groups,{\"key\":$key,\"members\":$members,\"admins\":$admins}"
done

printf '{"people":[%s],"rooms":[%s],"groups":[%s]}\n' "${people#,}" "${rooms#,}" "${groups#,}"
