using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Finds and checks intrabar candles: shorter ones that decide what happened first inside a strategy's candles.</summary>
public static class IntrabarSelection
{
    /// <summary>For each symbol the shortest timeframe in a store that spans its first series; a symbol without one is absent.</summary>
    /// <param name="store">The store to search.</param>
    /// <param name="series">The candles of the strategy.</param>
    /// <returns>For <see cref="BacktestOptions.IntrabarCandles"/>, cut to the period of the series.</returns>
    public static IReadOnlyList<CandleSeries> Of(CandleStore store, IReadOnlyList<CandleSeries> series)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(series);
        List<CandleSeries> found = [];
        foreach (CandleSeries traded in series.DistinctBy(s => s.Symbol))
        {
            foreach (Timeframe timeframe in TimeframesOf(store, traded).Order())
            {
                if (!store.TryLoad(traded.Symbol, timeframe, out CandleSeries? intrabar) || !Spans(intrabar, traded))
                    continue;
                found.Add(Within(intrabar, traded));
                break;
            }
        }

        return found;
    }

    /// <summary>The same where intrabar candles can change a result, otherwise none, so that a study can use the sweep.</summary>
    /// <param name="store">The store to search.</param>
    /// <param name="series">The candles of the strategy.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="options">The conditions of the backtest.</param>
    /// <remarks>
    /// A rule without protective levels trades only at opens. Intrabar candles do not change that, unless there is latency,
    /// fills or slippage depend on volume, or a leveraged position can be liquidated inside a candle.
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

    /// <summary>The part of intrabar candles within the period of their symbol's series.</summary>
    /// <exception cref="ArgumentException">Their timeframe is not shorter, they do not span the series, are given twice, or belong to no series.</exception>
    internal static CandleSeries Cut(CandleSeries intrabar, IReadOnlyList<CandleSeries> series, IReadOnlyList<CandleSeries> all)
    {
        CandleSeries traded = series.FirstOrDefault(s => s.Symbol == intrabar.Symbol)
            ?? throw Fault(intrabar, $"belong to no series of the run; it has {string.Join(", ", series.Select(s => s.Symbol).Distinct())}");
        if (intrabar.Timeframe >= traded.Timeframe)
            throw Fault(intrabar, $"are not shorter than {traded.Timeframe}");
        if (!Spans(intrabar, traded))
            throw Fault(intrabar, FormattableString.Invariant($"do not span {traded.OpenTimeAt(0):u} to {traded.CloseTimeAt(traded.Count - 1):u}"));
        if (all.Count(f => f.Symbol == intrabar.Symbol) > 1)
            throw Fault(intrabar, "are given together with others of the symbol; accepted is one series per symbol");
        return Within(intrabar, traded);
    }

    private static CandleSeries Within(CandleSeries intrabar, CandleSeries traded) => intrabar.Between(traded.OpenTimeAt(0), traded.CloseTimeAt(traded.Count - 1));

    /// <summary>The shorter timeframes of the symbol in a store.</summary>
    private static IEnumerable<Timeframe> TimeframesOf(CandleStore store, CandleSeries traded) =>
        store.List().Where(entry => entry.Symbol == traded.Symbol && entry.Timeframe < traded.Timeframe).Select(entry => entry.Timeframe);

    private static bool Spans(CandleSeries intrabar, CandleSeries traded) => intrabar.Count > 0
        && intrabar.OpenTimes[0] <= traded.OpenTimes[0]
        && intrabar.CloseTimeAt(intrabar.Count - 1) >= traded.CloseTimeAt(traded.Count - 1);

    private static ArgumentException Fault(CandleSeries intrabar, string what) =>
        new($"The intrabar candles {intrabar.Symbol} {intrabar.Timeframe} {what}.");
}
