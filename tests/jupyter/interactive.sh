#!/usr/bin/env bash
# Runs every chapter through nbclient in .NET Interactive's own Jupyter kernel and in ours, beside each other in one Jupyter,
# and loads the packed TradeBot in both by #r "nuget:TradeBot, …" from a folder.
# The tool is kept in artifacts/tools; the kernels are installed for a user who is gone at the end.
# Prints a table, and "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
# Needs the solution built in Release: dotnet build TradeBot.sln -c Release
set -uo pipefail
cd "$(dirname "$0")/../.."
. tests/jupyter/clients.sh

version=1.0.712001
tools=$PWD/artifacts/tools
# The tool is built for an older runtime.
export DOTNET_ROLL_FORWARD=Major DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT=1
export Logging__LogLevel__Default=Warning # of the web server inside it, on standard output

have_clients "jupyter_client, nbclient" || install_clients python3-jupyter-client python3-nbclient >"$log/apt.log" 2>&1
if ! have_clients "jupyter_client, nbclient"; then
    echo "Jupyter's clients could not be installed; see $log/apt.log." >&2
    nothing_ran
    exit 1
fi

if [ ! -d "$tools/.store/microsoft.dotnet-interactive/$version" ]; then
    timeout 300 dotnet tool update Microsoft.dotnet-interactive --version "$version" --tool-path "$tools" >"$log/tool.log" 2>&1 ||
        { echo "Microsoft.dotnet-interactive $version could not be installed; see $log/tool.log." >&2; nothing_ran; exit 1; }
fi

make_home
# Its kernels start as "dotnet interactive", which the path must lead to; ours comes second and leaves the name .net-csharp to it.
export PATH="$tools:$PATH"
mkdir -p "$JUPYTER_DATA_DIR/kernels"
timeout 60 dotnet-interactive jupyter install --path "$JUPYTER_DATA_DIR/kernels" </dev/null >"$log/install.log" 2>&1 || { cat "$log/install.log" >&2; nothing_ran; exit 1; }
timeout 120 $TRADEBOT kernel install || { nothing_ran; exit 1; }

# The packages of the library, from what is built. What they need is taken from where the build restored it; what is restored is gone at the end.
export TRADEBOT_FEED="$home/feed" NUGET_FALLBACK_PACKAGES="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
export NUGET_PACKAGES="$home/packages" XDG_DATA_HOME="$home/share"
for project in TradeBot $(sed -n 's|.*Include="../\(TradeBot\.[A-Za-z]*\)/.*|\1|p' src/TradeBot/TradeBot.csproj); do
    NUGET_PACKAGES="$NUGET_FALLBACK_PACKAGES" timeout 120 dotnet pack "src/$project" -c Release --no-build --output "$TRADEBOT_FEED" >>"$log/pack.log" 2>&1 ||
        { echo "$project could not be packed; see $log/pack.log." >&2; nothing_ran; exit 1; }
done

[ $# -gt 0 ] || set -- test_interactive
run_suite "$@"
