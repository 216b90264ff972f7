#!/usr/bin/env bash
# What action.yml runs: the check, the summary of the job, and the outputs. Inputs come as variables, never as code.
set -uo pipefail

report=${CHATPROOF_REPORT:-chatproof-report}
read -ra words <<<"${CHATPROOF_DIALECTS:-}"
for name in target ws config people provision level baseline; do
  variable="CHATPROOF_OPTION_${name^^}"
  [ -z "${!variable:-}" ] || words+=("--$name" "${!variable}")
done
for format in console json junit html markdown github; do words+=(--format "$format"); done

read -ra chatproof <<<"${CHATPROOF_COMMAND:-npx --yes chatproof@${CHATPROOF_VERSION:-latest}}"
"${chatproof[@]}" check "${words[@]}" --report "$report"
code=$?

verdicts=(conformant 'not conformant' inconclusive unreachable '' 'harness error')
{
  echo "verdict=${verdicts[$code]:-}"
  echo "exit-code=$code"
  echo "report=$report"
} >>"${GITHUB_OUTPUT:-/dev/null}"
[ ! -f "$report/report.md" ] || cat "$report/report.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$code"
