#!/usr/bin/env bash
# deps.sh - OpenRefine as Debian packages it, for the test of the reconciliation service. Named with its Java so that no desktop comes along.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-cache show openrefine > /dev/null 2>&1 || apt-get update -q
apt-get install -y -q --no-install-recommends openrefine default-jre-headless
