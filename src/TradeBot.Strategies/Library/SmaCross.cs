using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Long while a fast simple average is above a slow one, otherwise flat or short.</summary>
/// <remarks>
/// Flat until both averages are known; bit-identical averages keep the position, those that only look equal in decimals may count
/// as crossed (<see cref="Sma"/>). Source: the moving-average rule of
/// W. Brock, J. Lakonishok and B. LeBaron, <i>Journal of Finance</i> 47(5), 1992, without its band.
/// </remarks>
public sealed class SmaCross : IStrategy
{
    private readonly int _fast;
    private readonly int _slow;
    private readonly double _below;

    /// <param name="fast">Period of the fast average in candles, at least 1.</param>
    /// <param name="slow">Period of the slow average in candles, above <paramref name="fast"/>.</param>
    /// <param name="allowShort">Whether to be short while the fast average is below; otherwise flat.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is out of range.</exception>
    public SmaCross(int fast, int slow, bool allowShort = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        (_fast, _slow, _below) = (fast, slow, allowShort ? -1 : 0);
    }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"SMA cross {_fast}/{_slow}{(_below < 0 ? " long-short" : "")}");

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters => [new("fast", _fast), new("slow", _slow), .. _below < 0 ? (KeyValuePair<string, double>[])[new("allowShort", 1)] : []];

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds => [];

    /// <inheritdoc/>
    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        SingleFeed.Require(this, feeds);
        return new Session(_fast, _slow, _below);
    }

    /// <summary>The same decisions as a rule over indicators.</summary>
    public RuleDefinition ToRule()
    {
        Series fast = Expressions.Sma(_fast), slow = Expressions.Sma(_slow), whole = new ConstantSeries(1);
        Condition above = fast > slow, below = fast < slow;
        return new RuleDefinition
        {
            Long = new EntryRule(above, whole),
            Short = _below < 0 ? new EntryRule(below, whole) : null,
            Exit = _below < 0 ? null : below,
        };
    }

    private sealed class Session(int fast, int slow, double below) : IStrategySession
    {
        private Sma _fast = new(fast);
        private Sma _slow = new(slow);
        private double _difference = double.NaN;

        public void OnCandle(int feed, in Candle candle) => _difference = _fast.Update(candle.Close) - _slow.Update(candle.Close);

        public void Decide(TargetExposures targets)
        {
            if (_difference > 0)
                targets[0] = 1;
            else if (_difference < 0)
                targets[0] = below;
        }
    }
}
