#!/usr/bin/env bash
# deps.sh - Debian packages that tests hold the reading of pictures and documents against: page counts of poppler, qpdf and DjVuLibre,
# pictures that ImageMagick made larger. Does nothing where they are there already.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
packages=(poppler-utils qpdf djvulibre-bin imagemagick)
dpkg -s "${packages[@]}" >/dev/null 2>&1 && exit 0
apt-get install -y -q --no-install-recommends "${packages[@]}" || { apt-get update -q && apt-get install -y -q --no-install-recommends "${packages[@]}"; }
