using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The universe of a strategy: its symbols and timeframe.</summary>
/// <param name="Symbols">The exchange's symbols; empty for those of the run.</param>
/// <param name="Timeframe">The timeframe; null for that of the run.</param>
/// <param name="IsMany">Whether it runs on each symbol with equal weights, rather than on one.</param>
public sealed record Universe(IReadOnlyList<string> Symbols, Timeframe? Timeframe, bool IsMany)
{
    /// <summary>The single feed of the run.</summary>
    public static Universe Any { get; } = new([], null, false);

    /// <summary>The first feed of each symbol of the run.</summary>
    public static Universe Every { get; } = new([], null, true);

    /// <summary>The feeds, when known before the run.</summary>
    public IReadOnlyList<CandleFeed> Feeds => Timeframe is { } timeframe ? [.. Symbols.Select(s => new CandleFeed(s, timeframe))] : [];

    /// <inheritdoc/>
    public bool Equals(Universe? other) => other is not null && ToString() == other.ToString() && IsMany == other.IsMany;

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Such as <c>BTCUSDT, ETHUSDT 5m</c>.</summary>
    public override string ToString()
    {
        string symbols = Symbols.Count > 0 ? string.Join(", ", Symbols) : IsMany ? "every symbol" : "any symbol";
        return Timeframe is { } timeframe ? $"{symbols} {timeframe}" : symbols;
    }

    /// <summary>The feeds that it decides on, in the order of <see cref="Symbols"/>.</summary>
    /// <exception cref="ArgumentException">One is missing, or there are several where one is expected.</exception>
    internal IReadOnlyList<CandleFeed> Choose(string strategy, IReadOnlyList<CandleFeed> feeds)
    {
        if (feeds.Count == 0)
            throw new ArgumentException($"{strategy} needs at least one feed.", nameof(feeds));
        if (Symbols.Count > 0)
            return Feeds;

        CandleFeed[] first = [.. feeds.DistinctBy(f => f.Symbol)];
        if (first.Length > 1 && !IsMany)
        {
            throw new ArgumentException(
                $"{strategy} runs on one symbol, got {first.Length}: {string.Join(", ", first.Select(f => f.Symbol))}. Strategy.OnEverySymbol() runs on each.",
                nameof(feeds));
        }

        return first;
    }
}
