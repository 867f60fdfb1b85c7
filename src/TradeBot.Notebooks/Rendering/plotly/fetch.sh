#!/usr/bin/env bash
# Fetches the chart library that pages embed, from npm, and packs it beside this file with its licence.
# A change of version is a change here: the version, and the digest that npm states for it.
set -euo pipefail
cd "$(dirname "$0")"

version=4.1.0
integrity=sha512-0EFmfaRk7qYE9ZmnqX35LgBg7haCr1SLUNna4+jxaUk15eIeOSvjn+rH6UP2SCzzRXbRP6y+XiVR2HrvaHJapQ==

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent "plotly.js-finance-dist-min@$version" >/dev/null)
archive=$(echo "$folder"/*.tgz)
actual="sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)"
if [ "$actual" != "$integrity" ]; then
    echo "plotly.js-finance-dist-min $version is $actual, expected $integrity." >&2
    exit 1
fi
tar -xzf "$archive" -C "$folder"
gzip -9 -n -c "$folder/package/plotly-finance.min.js" >plotly-finance.min.js.gz
cp "$folder/package/LICENSE" LICENSE
