using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>What a code-defined series receives when a run starts.</summary>
/// <param name="Feed">The feed of the run.</param>
/// <param name="Candles">All candles of the run when known in advance; null in a live run.</param>
public sealed record SeriesSource(CandleFeed Feed, CandleSeries? Candles = null);

/// <summary>A series computed by code, candle by candle: its text only names it and cannot be parsed.</summary>
public sealed class CodeSeries : Series
{
    private readonly string _text;

    internal CodeSeries(string text, Func<SeriesSource, Func<Candle, double>> open) => (_text, Open) = (text, open);

    /// <summary>Warm-up on a timeframe: number of candles up to and including the first value, at most.</summary>
    public Func<Timeframe, int> WarmUp { get; init; } = _ => 1;

    /// <summary>Whether it needs <see cref="SeriesSource.Candles"/>, so it cannot run live.</summary>
    public bool NeedsCandles { get; init; }

    /// <summary>Starts a run: returns a function from each closed candle to its value.</summary>
    internal Func<SeriesSource, Func<Candle, double>> Open { get; }

    internal override Precedence Precedence => Precedence.Whole;

    private protected override string Write() => _text;
}
