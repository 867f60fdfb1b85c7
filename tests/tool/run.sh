#!/usr/bin/env bash
# Packs the libraries and the command line into artifacts/package, installs the command from there as a .NET tool into a folder that is gone
# at the end, and runs a notebook with it that loads TradeBot by #r "nuget:TradeBot, …" from the same folder.
# Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
# Needs the solution built in Release: dotnet build TradeBot.sln -c Release
set -uo pipefail
cd "$(dirname "$0")/../.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TRADEBOT_TRIALS=memory
packages=$PWD/artifacts/package
log=$PWD/artifacts/tool
mkdir -p "$log"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

failed=0 passed=0
check() { # NAME COMMAND...
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name" >&2
    fi
}

pack() {
    rm -rf "$packages"
    timeout 300 dotnet pack src/TradeBot.slnf -c Release --no-build --output "$packages" >"$log/pack.log" 2>&1 || { tail -5 "$log/pack.log" >&2; return 1; }
}

# No other source than the folder: the package of a tool has all that it needs.
install_tool() {
    timeout 120 dotnet tool install TradeBot.Cli --tool-path "$home/tools" --source "$packages" >"$log/install.log" 2>&1 || { cat "$log/install.log" >&2; return 1; }
}

says_its_version() {
    [ "$("$home/tools/tradebot" --version)" = "$version" ]
}

# The package comes from the folder, and the packages that it needs from where the build restored them; what is restored is gone at the end.
runs_a_notebook() {
    cat >"$home/example.ipynb" <<EOF
{ "cells": [
    { "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "#i \"nuget:$packages\"\n#r \"nuget:TradeBot, $version\"" },
    { "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "using TradeBot.MarketData;\nMarketGenerator.Single(50, seed: 3).Count" } ],
  "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }
EOF
    NUGET_FALLBACK_PACKAGES="${NUGET_PACKAGES:-$HOME/.nuget/packages}" NUGET_PACKAGES="$home/packages" XDG_DATA_HOME="$home/share" \
        timeout 180 "$home/tools/tradebot" notebook run "$home/example.ipynb" --out "$home/out" >"$log/notebook.log" 2>&1 &&
        grep -q '"50"' "$home/out/example.ipynb" || { cat "$log/notebook.log" >&2; return 1; }
}

check "pack" pack
version=$(basename "$packages"/TradeBot.Cli.*.nupkg .nupkg)
version=${version#TradeBot.Cli.}
check "install" install_tool
check "tradebot --version" says_its_version
check "a notebook that loads the package" runs_a_notebook

echo "Failed: $failed, Passed: $passed, Skipped: 0"
[ $failed -eq 0 ]
