#!/usr/bin/env bash
# Talks to the built kernel through Jupyter's own clients, from Debian's packages: jupyter_client, nbclient, nbconvert,
# and classic Notebook in Chromium, of which it leaves a picture: artifacts/jupyter/classic-notebook.png.
# Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
# Needs the command built in Release: dotnet build TradeBot.sln -c Release
set -uo pipefail
cd "$(dirname "$0")/../.."

python=/usr/bin/python3
log=artifacts/jupyter
mkdir -p "$log"

have_clients() {
    "$python" -c 'import jupyter_client, nbclient, nbconvert, notebook, selenium' 2>/dev/null &&
        [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]
}

install_clients() {
    timeout 300 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y -qq --no-install-recommends \
        python3-jupyter-client python3-nbclient jupyter-nbconvert jupyter-notebook python3-selenium chromium chromium-driver
}

if ! have_clients; then
    install_clients >"$log/apt.log" 2>&1
fi
if ! have_clients; then
    echo "Jupyter's clients could not be installed; see $log/apt.log." >&2
    echo "Failed: 1, Passed: 0, Skipped: 0"
    exit 1
fi

# A user of our own: nothing that is installed on this machine takes part, nothing stays behind.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export JUPYTER_DATA_DIR="$home/data" JUPYTER_RUNTIME_DIR="$home/runtime" JUPYTER_CONFIG_DIR="$home/config" IPYTHONDIR="$home/ipython"
# Trials of one run of a notebook must not stand in the verdicts of the next.
export TRADEBOT_TRIALS=memory
export TRADEBOT="${TRADEBOT:-dotnet exec artifacts/bin/TradeBot.Cli/release/TradeBot.Cli.dll}"
timeout 120 $TRADEBOT kernel install || { echo "Failed: 1, Passed: 0, Skipped: 0"; exit 1; }

# A shell that starts its command in the background makes it ignore SIGINT; the suite interrupts kernels by it.
timeout --kill-after=30 1200 env --default-signal=INT "$python" -W ignore tests/jupyter/suite.py "$@" </dev/null ||
    { code=$?; [ $code -lt 124 ] || echo "Failed: 1, Passed: 0, Skipped: 0"; exit $code; } # ended from outside, it has counted nothing
