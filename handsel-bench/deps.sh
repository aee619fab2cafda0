#!/usr/bin/env bash
# deps.sh - Debian packages of the measurements' peers: lbzip2, which unpacks on several threads.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
command -v lbzip2 >/dev/null || { apt-get install -y -q --no-install-recommends lbzip2 || { apt-get update -q; apt-get install -y -q --no-install-recommends lbzip2; }; }
