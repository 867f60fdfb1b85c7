using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>Keeps the last closes of each symbol in a ring; volatility is measured only when a size is asked for.</summary>
internal sealed class VolatilitySizing(double annual, int lookback, double maxExposure) : ISizing
{
    public string Name => FormattableString.Invariant($"volatility {annual} a year over {lookback} candles, at most {maxExposure} of equity");

    public ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(this, feeds);

    public double Annual => annual;

    public int Lookback => lookback;

    public double MaxExposure => maxExposure;

    private sealed class Session(VolatilitySizing sizing, IReadOnlyList<CandleFeed> feeds) : ISizingSession
    {
        private readonly double[][] _closes = [.. feeds.Select(_ => new double[sizing.Lookback + 1])];
        private readonly int[] _count = new int[feeds.Count];
        private readonly double[] _returns = new double[sizing.Lookback];
        private readonly double[] _rootOfYear = [.. feeds.Select(f => Math.Sqrt(TradingCalendar.CandlesPerYear(f.Timeframe)))];

        public bool UsesCandles => true;

        public void OnCandle(int symbol, in Candle candle)
        {
            double[] closes = _closes[symbol];
            closes[_count[symbol]++ % closes.Length] = candle.Close;
        }

        public PositionSize Size(in SizingRequest request)
        {
            if (_count[request.Symbol] <= sizing.Lookback)
                return PositionSize.Unknown(FormattableString.Invariant($"Its volatility is known only after {sizing.Lookback + 1} candles."));

            double volatility = Measure(request.Symbol);
            double exposure = volatility > 0 ? Math.Min(sizing.Annual / volatility, sizing.MaxExposure) : sizing.MaxExposure;
            return PositionSize.Of(request.QuantityFor(Math.Abs(request.Target) * exposure));
        }

        private double Measure(int symbol)
        {
            double[] closes = _closes[symbol];
            int oldest = _count[symbol] % closes.Length;
            double before = closes[oldest];
            for (int i = 0; i < _returns.Length; i++)
            {
                double close = closes[(oldest + i + 1) % closes.Length];
                _returns[i] = Math.Log(close / before);
                before = close;
            }

            return Moments.Of(_returns).StandardDeviation * _rootOfYear[symbol];
        }
    }
}
