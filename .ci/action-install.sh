#!/usr/bin/env bash
# Builds docs-lint where the runner has put it, unless that is done. The report of npm is for who looks for a mistake.
set -euo pipefail
cd -- "$GITHUB_ACTION_PATH"

node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || {
  echo "docs-lint needs Node 20 or newer. Put actions/setup-node before it." >&2
  exit 2
}
[ -f dist/src/cli/main.cjs ] && [ -d node_modules ] && exit 0
npm ci --ignore-scripts --no-audit --no-fund >&2
npm run build >&2
