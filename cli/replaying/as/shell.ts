// A script for bash with curl and websocat.
import type { Form } from '../forms.ts';
import { heading } from '../script.ts';
import type { Line, Trace } from '../trace.ts';

const how = 'TARGET=http://127.0.0.1:8000 bash this.sh, with curl and websocat; set what it asks for';

const before = `set -u
TARGET="\${TARGET:-http://127.0.0.1:8000}"
WS="\${WS:-ws\${TARGET#http}}"
MARK="r$(date +%s%N)-"
BEGAN="$(date +%s)"
DIR="$(mktemp -d)"
declare -A FD PID WHO
trap 'kill "\${PID[@]}" 2>/dev/null; rm -rf "$DIR"' EXIT

open() { # name who path [options of websocat]
  mkfifo "$DIR/$1.in"
  : >"$DIR/$1.out"
  websocat -t "\${@:4}" "$WS$3" <"$DIR/$1.in" >"$DIR/$1.out" 2>/dev/null &
  PID[$1]=$!
  exec {fd}>"$DIR/$1.in"
  FD[$1]=$fd
  WHO[$1]=$2
  asks "$2" "$1.out"
}
asks() { # who file: what comes after this is what they are shown
  echo "$DIR/$2 $(wc -l <"$DIR/$2")" >>"$DIR/asked.$1"
}
view() { read -r file lines < <(tail -n "\${2:-1}" "$DIR/asked.$1" | head -n 1); tail -n "+$((lines + 1))" "$file"; }
send() {
  frame="$2"
  asks "\${WHO[$1]}" "$1.out"
  printf '%s\\n' "$frame" >&"\${FD[$1]}"
}
close() { fd="\${FD[$1]}"; exec {fd}>&-; kill "\${PID[$1]}" 2>/dev/null; }
request() { # who method path [options of curl]
  answer="answer.$RANDOM$RANDOM.body"
  : >"$DIR/$answer"
  asks "$1" "$answer"
  curl -s -o "$DIR/$answer" -w '%{http_code}' -X "$2" "\${@:4}" "$TARGET$3" >"$DIR/status.$1"
}
hear() { # waits, but not for ever: what is missing is what this is about
  for _ in $(seq 1 100); do
    [ "$(wc -l <"$DIR/$1.out")" -ge "$2" ] && return
    sleep 0.02
  done
}
objects() { sed 's/{/\\n{/g'; }
id_of() {
  cat "$DIR"/*.out "$DIR"/*.body 2>/dev/null | objects | grep -F "\\"$1\\"" |
    grep -oE '"(message_id|created_msg_id|id)": *"?[^",}]+' | head -1 | sed 's/^[^:]*: *"*//'
}
room() { cat "$DIR"/*.body | grep -oE '"room_id": *"?[^",}]+' | sed 's/^[^:]*: *"*//' | awk '!seen[$0]++' | sed -n "$1p"; }
time_at() { date -u -d "@$BEGAN" "+%Y-%m-%d$2%H:%M:%S.$(printf %03d "$1")$3"; }
json() { case "$1" in '' | *[!0-9]*) printf '"%s"' "$1" ;; *) printf '%s' "$1" ;; esac; }
`;

export const form: Form = {
  print: (example, trace) => `#!/usr/bin/env bash
${heading(example, how).replace(/^\/\//gm, '#')}
${before}
${needs(trace)
  .map((name) => `: "\${${name}:?set it to what your server knows}"`)
  .join('\n')}

${trace.lines.map(command).join('\n')}

${verdict(trace)}
if [ "$seen" -ge ${trace.claim.least ?? 0} ] && [ "$seen" -le ${trace.claim.most ?? 1_000_000} ]; then
  echo "holds"
else
  printf '%s; seen: %s\\n' ${quoted(example.expected)} "$seen"
  exit 1
fi
`,
};

/** The variables that somebody has to set. */
function needs({ lines, claim }: Trace): string[] {
  const found = JSON.stringify([lines, claim]).matchAll(
    /\{((?:alice|bob|carol)\.\w+|room \w+ and \w+|group \w+)\}/g,
  );
  return [...new Set([...found].map(([, name = '']) => variable(name)))].sort();
}

const variable = (name: string): string => name.replace(' and ', '_').replace(/[ .]/g, '_').toUpperCase();

function command(line: Line): string {
  switch (line.do) {
    case 'open': {
      const headers = Object.entries(line.headers).map(([name, value]) => `-H ${text(`${name}: ${value}`)}`);
      const protocol = line.protocols.length === 0 ? [] : [`--protocol ${text(line.protocols.join(','))}`];
      return ['open', line.socket, line.who, text(line.path), ...headers, ...protocol].join(' ');
    }
    case 'send':
      return `send ${line.socket} ${text(line.text)}`;
    case 'request': {
      const headers = Object.entries(line.headers).map(([name, value]) => `-H ${text(`${name}: ${value}`)}`);
      const body =
        line.body === undefined ? [] : [`-H 'content-type: application/json' -d ${text(line.body)}`];
      return ['request', line.who, line.method, text(line.path), ...headers, ...body].join(' ');
    }
    case 'close':
      return `close ${line.socket}`;
    case 'hear':
      return `hear ${line.socket} ${line.frames}`;
  }
}

const quoted = (plain: string): string => `'${plain.replaceAll("'", "'\\''")}'`;

/** In double quotes, with what is not known yet filled in. A name that is a whole JSON text may stand for a number. */
function text(template: string): string {
  const escaped = template.replace(/[\\$`"]/g, '\\$&');
  const done = escaped.replace(
    /\\"\{([^{}"]+)\}\\"|\{([^{}"]+)\}/g,
    (_, whole: string | undefined, part: string = '') => {
      if (whole === undefined) return filled(part);
      const isText = /^(mark|time .*|\w+\.(phone|username|email|token))$/.test(whole);
      return isText ? `\\"${filled(whole)}\\"` : `$(json "${filled(whole)}")`;
    },
  );
  return `"${done}"`;
}

const dollar = (name: string): string => `\${${name}}`;

function filled(name: string): string {
  if (name === 'mark') return dollar('MARK');
  const [what, n = '', zone] = name.split(' ');
  if (what === 'id') return `$(id_of "${dollar('MARK')}${n}")`;
  if (what === 'time') return zone === undefined ? `$(time_at ${n} ' ' '')` : `$(time_at ${n} T Z)`;
  if (what === 'room' && /^\d+$/.test(n)) return `$(room ${n})`;
  return dollar(variable(name));
}

/** Sets $seen to how often the claim is seen. */
function verdict({ claim }: Trace): string {
  const { where, who, socket, word, text: wanted, message, asked = 1, must } = claim;
  if (where === 'answer')
    return `status="$(cat "$DIR/status.${who}")"\nseen=0; [ "$status" -${must === 'done' ? 'ge' : 'lt'} 300 ] && seen=-1`;
  if (where === 'count')
    return `seen="$(view ${who} | grep -oE 'unread_count"?: *[0-9]+' | tail -1 | grep -oE '[0-9]+$')"`;
  const from = where === 'socket' ? `cat "$DIR/${socket ?? who}.out"` : `view ${who} ${asked} | objects`;
  const about =
    message === undefined
      ? undefined
      : `(${text(`"{mark}${message}"`).slice(1, -1)}|[ :]$(id_of "${dollar('MARK')}${message}")[,}])`;
  return `seen="$(${[
    from,
    ...(word === undefined ? [] : [`grep -F '"${word}"'`]),
    ...(wanted === undefined ? [] : [`grep -F ${text(`"${wanted}"`)}`]),
    ...(about === undefined || (where === 'socket' && wanted !== undefined) ? [] : [`grep -E "${about}"`]),
  ].join(' | ')} | sort${where === 'view' ? ' -u' : ''} | grep -c '')"`;
}
