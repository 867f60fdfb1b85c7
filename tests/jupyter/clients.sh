# Sourced by the scripts of this folder: Jupyter's clients from Debian's packages, and a home where nothing that is installed on this machine takes part.

python=/usr/bin/python3
log=artifacts/jupyter
mkdir -p "$log"

# have_clients MODULES, install_clients PACKAGES...
have_clients() {
    "$python" -c "import $1" 2>/dev/null
}

install_clients() {
    timeout 300 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y -qq --no-install-recommends "$@"
}

# What the scripts print when they cannot begin, or were ended before they counted anything.
nothing_ran() {
    echo "Failed: 1, Passed: 0, Skipped: 0"
}

# A user of our own, who leaves nothing behind.
make_home() {
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export JUPYTER_DATA_DIR="$home/data" JUPYTER_RUNTIME_DIR="$home/runtime" JUPYTER_CONFIG_DIR="$home/config" IPYTHONDIR="$home/ipython"
    # Trials of one run of a notebook must not stand in the verdicts of the next.
    export TRADEBOT_TRIALS=memory
    export TRADEBOT="${TRADEBOT:-dotnet exec artifacts/bin/TradeBot.Cli/release/TradeBot.Cli.dll}"
}

# A shell that starts its command in the background makes it ignore SIGINT; the suite interrupts kernels by it.
run_suite() {
    timeout --kill-after=30 1200 env --default-signal=INT "$python" -W ignore tests/jupyter/suite.py "$@" </dev/null ||
        { code=$?; [ $code -lt 124 ] || nothing_ran; exit $code; } # ended from outside, it has counted nothing
}
