#!/usr/bin/env bash
# install.sh [DIR] - mwparserfromhell from Debian, and wikiparser-node in the version of package-lock.json in DIR (otherwise target/oracles
# of the repository). Does nothing where they are there already. Needs Node 20.19 or later and npm, and the network the first time.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
debian() { apt-get install -y -q --no-install-recommends python3-mwparserfromhell; }
/usr/bin/python3 -c 'import mwparserfromhell' 2>/dev/null || debian || { apt-get update -q && debian; }
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-$here/../../target/oracles}
mkdir -p "$dir"
cp "$here/package.json" "$here/package-lock.json" "$here/wikiparser_facts.mjs" "$dir/"
if ! cmp -s "$here/package-lock.json" "$dir/installed.lock"; then
  command -v npm >/dev/null || { echo "install.sh: needs Node 20.19 or later with npm" >&2; exit 3; }
  (cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --omit=optional --omit=peer --omit=dev)
  cp "$here/package-lock.json" "$dir/installed.lock"
fi
