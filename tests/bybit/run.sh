#!/usr/bin/env bash
# Foreign clients against the local exchange: the npm packages bybit-api and ccxt fetch and follow candles and more, and must get what the files say;
# then they place, amend and cancel orders on a second one, whose clock runs as fast as theirs, and follow its private streams.
# Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
# Needs the command built in Release: dotnet build TradeBot.sln -c Release
set -uo pipefail
cd "$(dirname "$0")/../.."

bybit_api=4.7.7
ccxt=4.5.84
log="$PWD/artifacts/bybit"
mkdir -p "$log"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Node.js is not installed: the foreign clients are not tried."
    echo "Failed: 0, Passed: 0, Skipped: 1"
    exit 0
fi

if ! timeout 300 npm install --ignore-scripts --prefix "$log" --no-audit --no-fund --no-save "bybit-api@$bybit_api" "ccxt@$ccxt" >"$log/npm.log" 2>&1; then
    echo "The foreign clients could not be installed; see $log/npm.log." >&2
    echo "Failed: 1, Passed: 0, Skipped: 0"
    exit 1
fi

tradebot() { timeout --kill-after=10 600 ${TRADEBOT:-dotnet exec artifacts/bin/TradeBot.Cli/release/TradeBot.Cli.dll} "$@"; }

# An exchange ends by itself with its input; one that does not must not hold this script.
stop() {
    for exchange in ${exchanges:-}; do
        for _ in $(seq 100); do
            kill -0 "$exchange" 2>/dev/null || break
            sleep 0.1
        done
        kill "$exchange" 2>/dev/null
    done
}

home=$(mktemp -d)
trap 'exec 3>&- 4>&-; stop; rm -rf "$home"' EXIT
tradebot data generate --symbol AAAUSDT:100:0.6 --symbol BBBUSDT:2000:0.5 --count 4320 --seed 3 --out "$home/candles" >"$log/generate.log" 2>&1

# An exchange lives as long as its standard input: this script's file descriptors 3 and 4.
EXCHANGE_KEY=foreign-client EXCHANGE_SECRET=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export EXCHANGE_KEY EXCHANGE_SECRET
mkfifo "$home/input" "$home/trading-input"
tradebot exchange --from "$home/candles" --at 2024-01-03 --speed 600 --port 0 --until-input-ends <"$home/input" >"$log/exchange.log" 2>&1 &
exchanges=$!
exec 3>"$home/input"
tradebot exchange --from "$home/candles" --at 2024-01-03 --port 0 --key "$EXCHANGE_KEY" --secret-from EXCHANGE_SECRET --money USDT:50000 --until-input-ends <"$home/trading-input" >"$log/trading.log" 2>&1 &
exchanges="$exchanges $!"
exec 4>"$home/trading-input"

# The address that an exchange has printed to a log; fails when it has printed none in 20 s.
address_of() {
    for _ in $(seq 100); do
        address=$(sed -n 's/^local exchange at //p' "$1")
        [ -n "$address" ] && echo "$address" && return 0
        sleep 0.2
    done
    cat "$1" >&2
    return 1
}

if ! market=$(address_of "$log/exchange.log") || ! trading=$(address_of "$log/trading.log"); then
    echo "Failed: 1, Passed: 0, Skipped: 0"
    exit 1
fi

failed=0 passed=0
for client in client ccxt client-trading ccxt-trading; do
    case $client in *-trading) address=$trading ;; *) address=$market ;; esac
    NODE_PATH="$log/node_modules" timeout --kill-after=10 300 node "tests/bybit/$client.cjs" "$address" "$home/candles" >"$log/$client.log" 2>&1
    sed '$d' "$log/$client.log"
    counts=$(sed -n 's/^Failed: \([0-9]*\), Passed: \([0-9]*\), Skipped: 0$/\1 \2/p' "$log/$client.log" | tail -1)
    if [ -z "$counts" ]; then
        cat "$log/$client.log" >&2 # it has not come to its end
        counts="1 0"
    fi
    failed=$((failed + ${counts% *})) passed=$((passed + ${counts#* }))
done

echo "Failed: $failed, Passed: $passed, Skipped: 0"
[ "$failed" -eq 0 ]
