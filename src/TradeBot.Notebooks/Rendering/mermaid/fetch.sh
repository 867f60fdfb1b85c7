#!/usr/bin/env bash
# Fetches the library that draws diagrams on pages, from npm, and packs it beside this file with its licence.
# A change of version is a change here: the version, and the digest that npm states for it.
set -euo pipefail
cd "$(dirname "$0")"

version=11.17.2
integrity=sha512-PmFr1c5cSfNf5AngLLR98DrbvR4U5KeD7I+hQkGqG5w5Veu3QT4dG0qu9f99cpn/sKj2XxRBK0q7EL6hr9NY/A==

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent "@mermaid-js/tiny@$version" >/dev/null)
archive=$(echo "$folder"/*.tgz)
actual="sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)"
if [ "$actual" != "$integrity" ]; then
    echo "@mermaid-js/tiny $version is $actual, expected $integrity." >&2
    exit 1
fi
tar -xzf "$archive" -C "$folder"
gzip -9 -n -c "$folder/package/dist/mermaid.tiny.js" >mermaid.tiny.js.gz
cp "$folder/package/LICENSE" LICENSE
