#!/usr/bin/env bash
# Fetches the libraries that pages embed, from npm, and packs each into its folder beside this file, with its licence.
# A change of version is a change here: the version, and the digest that npm states for it.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch FOLDER PACKAGE VERSION DIGEST SCRIPT: the script of the package goes into the folder, packed.
fetch() {
    local into=$1 package=$2 version=$3 integrity=$4 script=$5 from="$work/$1" archive actual
    mkdir -p "$from"
    (cd "$from" && npm pack --silent "$package@$version" >/dev/null)
    archive=$(echo "$from"/*.tgz)
    actual="sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)"
    if [ "$actual" != "$integrity" ]; then
        echo "$package $version is $actual, expected $integrity." >&2
        exit 1
    fi
    tar -xzf "$archive" -C "$from"
    gzip -9 -n -c "$from/package/$script" >"$into/$(basename "$script").gz"
    cp "$from/package/LICENSE" "$into/LICENSE"
}

fetch plotly plotly.js-finance-dist-min 4.1.0 \
    sha512-0EFmfaRk7qYE9ZmnqX35LgBg7haCr1SLUNna4+jxaUk15eIeOSvjn+rH6UP2SCzzRXbRP6y+XiVR2HrvaHJapQ== plotly-finance.min.js
fetch mermaid @mermaid-js/tiny 11.17.2 \
    sha512-PmFr1c5cSfNf5AngLLR98DrbvR4U5KeD7I+hQkGqG5w5Veu3QT4dG0qu9f99cpn/sKj2XxRBK0q7EL6hr9NY/A== dist/mermaid.tiny.js
