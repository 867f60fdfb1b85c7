#!/usr/bin/env bash
# Trainers beside their peers on the same rows: area under the curve, time to train and to predict, size of the model.
# boosting: XGBoost; trainers: scikit-learn. Installs their Debian packages when they are absent and may be.
# Usage: tests/learning/run.sh [SEEDS [BENCH...]]; TRADEBOT_BENCH_ROUNDS and TRADEBOT_BENCH_DATA narrow it.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Debian's packages belong to Debian's Python, whichever comes first on the path.
export TRADEBOT_BENCH_PYTHON=/usr/bin/python3
for package in xgboost sklearn; do
    if ! "$TRADEBOT_BENCH_PYTHON" -c "import $package" 2>/dev/null; then
        apt-get install -y --no-install-recommends "python3-$package" >/dev/null
    fi
done

export TRADEBOT_BENCH_SEEDS="${1:-10}"
shift || true
[ $# -gt 0 ] || set -- boosting trainers
dotnet run -c Release --project tests/TradeBot.Benchmarks -- bench "$@"
