#!/usr/bin/env bash
# deps.sh - what the measurements need besides the build: lbzip2 of Debian, which unpacks on several threads; wdtk-wikibaseapi with its libraries
# in target/wdtk; mwn of npm in the versions of mwn/package-lock.json in target/mwn. Does nothing where they are there already. Needs Maven, npm,
# and the network the first time.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
command -v lbzip2 >/dev/null || { apt-get install -y -q --no-install-recommends lbzip2 || { apt-get update -q; apt-get install -y -q --no-install-recommends lbzip2; }; }
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
if ! cmp -s wdtk/pom.xml target/wdtk/pom.xml; then
  mvn -B -q -f wdtk/pom.xml dependency:copy-dependencies
  cp wdtk/pom.xml target/wdtk/
fi
mkdir -p target/mwn
cp mwn/{package.json,package-lock.json,upload.mjs} target/mwn/
cd target/mwn
if ! cmp -s package-lock.json installed.lock; then
  command -v npm >/dev/null || { echo "deps.sh: needs Node 20 or later with npm" >&2; exit 3; }
  npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json installed.lock
fi
