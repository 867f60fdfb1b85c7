using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Hand-made candles and strategies.</summary>
internal static class Market
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Candles whose open is the close before, with the given closes; the first opens at its close.</summary>
    public static CandleSeries OfCloses(params double[] closes) => Of([.. closes.Select((c, i) => (closes[Math.Max(0, i - 1)], c))]);

    /// <summary>Candles with the given opens and closes, one a minute.</summary>
    public static CandleSeries Of(params (double Open, double Close)[] candles) =>
        Of("TEST", [.. candles.Select((c, i) => (i, c.Open, c.Close))]);

    /// <summary>Candles at the given minutes after the start.</summary>
    public static CandleSeries Of(string symbol, params (int Minute, double Open, double Close)[] candles) => new(
        symbol, Timeframe.OneMinute,
        candles.Select(c => UnixTime.FromDateTime(Start.AddMinutes(c.Minute))).ToArray(),
        candles.Select(c => c.Open).ToArray(),
        candles.Select(c => Math.Max(c.Open, c.Close)).ToArray(),
        candles.Select(c => Math.Min(c.Open, c.Close)).ToArray(),
        candles.Select(c => c.Close).ToArray(),
        candles.Select(_ => 1.0).ToArray());

    /// <summary>The same candles under another symbol.</summary>
    public static CandleSeries Named(CandleSeries s, string symbol) => new(
        symbol, s.Timeframe, s.OpenTimes.ToArray(), s.Open.ToArray(), s.High.ToArray(), s.Low.ToArray(), s.Close.ToArray(), s.Volume.ToArray());

    /// <summary>Candles with the given opens, highs, lows and closes, one a minute, each with a volume of 100.</summary>
    public static CandleSeries OfBars(params (double Open, double High, double Low, double Close)[] bars) => new(
        "TEST", Timeframe.OneMinute,
        bars.Select((_, i) => UnixTime.FromDateTime(Start.AddMinutes(i))).ToArray(),
        bars.Select(b => b.Open).ToArray(), bars.Select(b => b.High).ToArray(),
        bars.Select(b => b.Low).ToArray(), bars.Select(b => b.Close).ToArray(), bars.Select(_ => 100.0).ToArray());

    /// <summary>An algorithm that gives orders by the number of the moment.</summary>
    public static IOrderAlgorithm Ordering(Action<int, IOrderDesk> decide, Action<Fill, Order, IOrderDesk>? onFill = null) =>
        new Ordered(decide, onFill);

    /// <summary>A strategy that wants the given exposures, one per moment, for its first symbol.</summary>
    public static IStrategy Wanting(params double[] exposures) => new Scripted(1, (moment, targets) => targets[0] = exposures[Math.Min(moment, exposures.Length - 1)]);

    /// <summary>A strategy that sets targets by the number of the moment, over any number of feeds.</summary>
    public static IStrategy Deciding(Action<int, TargetExposures> decide) => new Scripted(0, decide);

    public static BacktestOptions Free => new() { Fees = Fees.None, Slippage = Slippage.None, Cash = 1000m };

    private sealed class Scripted(int feeds, Action<int, TargetExposures> decide) : IStrategy
    {
        public string Name => "Scripted";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> given)
        {
            if (feeds > 0)
                SingleFeed.Require(this, given);
            return new Session(decide);
        }

        private sealed class Session(Action<int, TargetExposures> decide) : IStrategySession
        {
            private int _moment;

            public void OnCandle(int feed, in Candle candle)
            {
            }

            public void Decide(TargetExposures targets) => decide(_moment++, targets);
        }
    }

    private sealed class Ordered(Action<int, IOrderDesk> decide, Action<Fill, Order, IOrderDesk>? onFill) : IOrderAlgorithm
    {
        public string Name => "Ordered";

        public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(decide, onFill);

        private sealed class Session(Action<int, IOrderDesk> decide, Action<Fill, Order, IOrderDesk>? onFill) : IOrderAlgorithmSession
        {
            private int _moment;

            public void OnCandle(int feed, in Candle candle)
            {
            }

            public void Decide(IOrderDesk desk) => decide(_moment++, desk);

            public void OnFill(in Fill fill, Order order, IOrderDesk desk) => onFill?.Invoke(fill, order, desk);
        }
    }
}
