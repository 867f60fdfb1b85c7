#!/usr/bin/env bash
# Boosted trees beside XGBoost's on the same rows: area under the curve, time to train and to predict, size of the model.
# Installs python3-xgboost from Debian when it is absent and may be; builds nothing else than the benchmarks.
# Usage: tests/learning/run.sh [SEEDS]
set -euo pipefail
cd "$(dirname "$0")/../.."

# Debian's packages belong to Debian's Python, whichever comes first on the path.
export TRADEBOT_BENCH_PYTHON=/usr/bin/python3
if ! "$TRADEBOT_BENCH_PYTHON" -c 'import xgboost' 2>/dev/null; then
    apt-get install -y --no-install-recommends python3-xgboost >/dev/null
fi

export TRADEBOT_BENCH_SEEDS="${1:-10}"
dotnet run -c Release --project tests/TradeBot.Benchmarks -- bench boosting
