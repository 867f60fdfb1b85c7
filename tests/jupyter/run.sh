#!/usr/bin/env bash
# Talks to the built kernel through Jupyter's own clients, from Debian's packages: jupyter_client, nbclient, nbconvert,
# and classic Notebook in Chromium, of which it leaves a picture: artifacts/jupyter/classic-notebook.png.
# Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
# Needs the command built in Release: dotnet build TradeBot.sln -c Release
set -uo pipefail
cd "$(dirname "$0")/../.."
. tests/jupyter/clients.sh

have_all() {
    have_clients "jupyter_client, nbclient, nbconvert, notebook, selenium" && [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]
}

have_all || install_clients python3-jupyter-client python3-nbclient jupyter-nbconvert jupyter-notebook python3-selenium chromium chromium-driver >"$log/apt.log" 2>&1
if ! have_all; then
    echo "Jupyter's clients could not be installed; see $log/apt.log." >&2
    nothing_ran
    exit 1
fi

make_home
timeout 120 $TRADEBOT kernel install || { nothing_ran; exit 1; }
[ $# -gt 0 ] || set -- test_kernel test_classic
run_suite "$@"
