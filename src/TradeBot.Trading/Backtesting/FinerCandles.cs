using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Finds and checks the candles that fills follow inside those of a strategy.</summary>
public static class FinerCandles
{
    /// <summary>For each symbol the shortest timeframe of a store that spans its first series; none where there is no such.</summary>
    /// <param name="store">Where finer candles may lie.</param>
    /// <param name="series">What a strategy trades on.</param>
    /// <returns>For <see cref="BacktestOptions.Finer"/>, cut to the period of the series.</returns>
    public static IReadOnlyList<CandleSeries> Of(CandleStore store, IReadOnlyList<CandleSeries> series)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(series);
        List<CandleSeries> found = [];
        foreach (CandleSeries traded in series.DistinctBy(s => s.Symbol))
        {
            foreach (Timeframe timeframe in TimeframesOf(store, traded).Order())
            {
                if (!store.TryLoad(traded.Symbol, timeframe, out CandleSeries? finer) || !Spans(finer, traded))
                    continue;
                found.Add(Within(finer, traded));
                break;
            }
        }

        return found;
    }

    /// <summary>The same where they can change a result, otherwise none, so that a study may sweep.</summary>
    /// <param name="store">Where finer candles may lie.</param>
    /// <param name="series">What a strategy trades on.</param>
    /// <param name="strategy">What trades.</param>
    /// <param name="options">The conditions.</param>
    /// <remarks>
    /// A rule without protective levels trades at opens alone. That is the same on any candles inside, unless orders travel,
    /// fill by volume, slip by volume, or a levered position can be liquidated on the way.
    /// </remarks>
    public static IReadOnlyList<CandleSeries> Of(CandleStore store, IReadOnlyList<CandleSeries> series, IStrategy strategy, BacktestOptions options)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(options);
        return HasLevels(strategy) || LookInside(options, series) ? Of(store, series) : [];
    }

    private static bool HasLevels(IStrategy strategy) => strategy is not DefinedStrategy rule
        || rule.Definition is RuleDefinition { Stop: not null } or RuleDefinition { TakeProfit: not null } or RuleDefinition { TrailingStop: not null }
            or RuleDefinition { BreakEven: not null } or RuleDefinition { PartialTargets.Count: > 0 };

    private static bool LookInside(BacktestOptions options, IReadOnlyList<CandleSeries> series) =>
        double.IsFinite(options.Participation) || options.Latency.Max > TimeSpan.Zero || options.Slippage.GrowsWithQuantity
        || series.Any(s => options.Margin.LeverageFor(s.Symbol) > 1);

    /// <summary>The part of finer candles that lies inside the series of its symbol.</summary>
    /// <exception cref="ArgumentException">They are not finer, do not span the series, come twice, or belong to no series.</exception>
    internal static CandleSeries Cut(CandleSeries finer, IReadOnlyList<CandleSeries> series, IReadOnlyList<CandleSeries> all)
    {
        CandleSeries traded = series.FirstOrDefault(s => s.Symbol == finer.Symbol)
            ?? throw Fault(finer, $"belong to no series of the run; it has {string.Join(", ", series.Select(s => s.Symbol).Distinct())}");
        if (finer.Timeframe >= traded.Timeframe)
            throw Fault(finer, $"are not finer than {traded.Timeframe}");
        if (!Spans(finer, traded))
            throw Fault(finer, FormattableString.Invariant($"do not span {traded.OpenTimeAt(0):u} to {traded.CloseTimeAt(traded.Count - 1):u}"));
        if (all.Count(f => f.Symbol == finer.Symbol) > 1)
            throw Fault(finer, "come beside others of the symbol: one series each");
        return Within(finer, traded);
    }

    private static CandleSeries Within(CandleSeries finer, CandleSeries traded) => finer.Between(traded.OpenTimeAt(0), traded.CloseTimeAt(traded.Count - 1));

    /// <summary>What a store holds of a symbol that a series could be made of.</summary>
    private static IEnumerable<Timeframe> TimeframesOf(CandleStore store, CandleSeries traded) =>
        store.List().Where(entry => entry.Symbol == traded.Symbol && entry.Timeframe < traded.Timeframe).Select(entry => entry.Timeframe);

    private static bool Spans(CandleSeries finer, CandleSeries traded) => finer.Count > 0
        && finer.OpenTimes[0] <= traded.OpenTimes[0]
        && finer.CloseTimeAt(finer.Count - 1) >= traded.CloseTimeAt(traded.Count - 1);

    private static ArgumentException Fault(CandleSeries finer, string what) =>
        new($"The finer candles {finer.Symbol} {finer.Timeframe} {what}.");
}
