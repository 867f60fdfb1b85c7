using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>What a series given by code may know when a run over candles starts.</summary>
/// <param name="Feed">The candles to come.</param>
/// <param name="Candles">All candles of the run when they are known beforehand; null in a live run.</param>
public sealed record SeriesSource(CandleFeed Feed, CandleSeries? Candles = null);

/// <summary>A series that code computes, candle by candle: its text names it and cannot be read back.</summary>
public sealed class CodeSeries : Series
{
    private readonly string _text;

    internal CodeSeries(string text, Func<SeriesSource, Func<Candle, double>> open) => (_text, Open) = (text, open);

    /// <summary>How many candles of a length are seen at most up to the first value, counting the one that gives it.</summary>
    public Func<Timeframe, int> WarmUp { get; init; } = _ => 1;

    /// <summary>Whether it needs <see cref="SeriesSource.Candles"/>, so that it cannot run live.</summary>
    public bool NeedsCandles { get; init; }

    /// <summary>Begins a run: gives a function from each closed candle to the value after it.</summary>
    internal Func<SeriesSource, Func<Candle, double>> Open { get; }

    internal override Precedence Precedence => Precedence.Whole;

    private protected override string Write() => _text;
}
