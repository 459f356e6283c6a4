#!/usr/bin/env bash
# Runs docs-lint with the inputs of the action, which are variables and never part of a script.
set -euo pipefail

arguments=()
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<<"${DOCS_LINT_ARGUMENTS:-}"
if [ -n "${DOCS_LINT_CONFIG:-}" ]; then arguments+=("--config=$DOCS_LINT_CONFIG"); fi
if [ -n "${DOCS_LINT_MAX_WARNINGS:-}" ]; then arguments+=("--max-warnings=$DOCS_LINT_MAX_WARNINGS"); fi
# Nothing behind this is an option.
arguments+=(--)
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=("$line"); fi
done <<<"${DOCS_LINT_PATHS:-}"

cd -- "${DOCS_LINT_DIRECTORY:-.}"
exec node "$GITHUB_ACTION_PATH/bin/docs-lint.js" lint "${arguments[@]}"
