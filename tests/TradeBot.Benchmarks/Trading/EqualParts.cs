using TradeBot.Indicators.Averages;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Benchmarks.Trading;

/// <summary>An equal part of equity in each symbol whose fast average is above its slow one.</summary>
internal sealed class EqualParts(int symbols) : IStrategy
{
    public string Name => "Equal parts";

    public IReadOnlyList<CandleFeed> Feeds => [];

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(symbols);

    private sealed class Session(int symbols) : IStrategySession
    {
        private readonly Sma[] _fast = [.. Enumerable.Range(0, symbols).Select(_ => new Sma(10))];
        private readonly Sma[] _slow = [.. Enumerable.Range(0, symbols).Select(_ => new Sma(30))];
        private readonly double[] _differences = new double[symbols];
        private readonly double _part = 0.9 / symbols;

        public void OnCandle(int feed, in Candle candle) =>
            _differences[feed] = _fast[feed].Update(candle.Close) - _slow[feed].Update(candle.Close);

        public void Decide(TargetExposures targets)
        {
            for (int i = 0; i < _differences.Length; i++)
                targets[i] = _differences[i] > 0 ? _part : 0;
        }
    }
}
