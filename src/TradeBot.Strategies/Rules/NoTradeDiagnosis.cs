using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Explains why a rule made no trade: which of its conditions was never true.</summary>
public static class NoTradeDiagnosis
{
    /// <summary>The reasons, evaluated on the candles of a run.</summary>
    /// <param name="definition">The rule.</param>
    /// <param name="series">The candles of the run, one series per feed.</param>
    /// <returns>One sentence per reason, in the order of the rule's parts.</returns>
    /// <exception cref="ArgumentException">The candles do not fit the rule.</exception>
    public static IReadOnlyList<string> Of(StrategyDefinition definition, IReadOnlyList<CandleSeries> series)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(series);
        IReadOnlyList<CandleFeed> own = definition.On.Choose(StrategyName.Of(definition), [.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))]);

        // Each symbol of the rule is evaluated on its own candles, together with those of the others.
        CandleSeries[][] views = [.. own.Select(feed => (CandleSeries[])[.. series.OrderByDescending(s => s.Symbol == feed.Symbol && s.Timeframe == feed.Timeframe)])];
        return definition switch
        {
            RuleDefinition rule => [.. Entry("long", rule.Long, rule, rule.ExitLong, views), .. Entry("short", rule.Short, rule, rule.ExitShort, views), .. Target(rule.Target, views)],
            RotationDefinition rotation => [.. Condition("rotate when", rotation.When, views[..1]), .. Condition("rotate filter", rotation.Filter, views), .. Known("rotate score", rotation.Score, views)],
            _ => [],
        };
    }

    private static IEnumerable<string> Entry(string side, EntryRule? entry, RuleDefinition rule, Condition? exit, CandleSeries[][] views)
    {
        if (entry is null)
            return [];
        double[] when = Column(entry.When, views);
        if (!when.Contains(1))
            return Never($"{side} when", entry.When, views);

        (string Place, Expression? Part, Func<double, bool> Blocks)[] blocks =
        [
            ("exit when", rule.Exit, value => value == 1), ($"exit {side} when", exit, value => value == 1),
            ($"{side} size", entry.Size, value => !(value > 0)), ("stop", rule.Stop?.Value, value => !(value > 0)),
            ("take profit", rule.TakeProfit?.Value, value => !(value > 0)), ("trailing stop", rule.TrailingStop?.Value, value => !(value > 0)),
        ];
        string[] reasons =
        [
            .. from block in blocks
               where block.Part is not null
               let column = Column(block.Part!, views)
               let blocked = Enumerable.Range(0, when.Length).Count(i => when[i] == 1 && block.Blocks(column[i]))
               where blocked > 0
               select FormattableString.Invariant($"{(block.Part is Condition ? $"{block.Place} was true" : $"{block.Place} was unknown, 0 or below")} at {blocked} of them"),
        ];
        return [FormattableString.Invariant($"{side} when: {entry.When} was true at {when.Count(v => v == 1)} of {when.Length} candles{(reasons.Length == 0 ? "" : "; " + string.Join(", ", reasons))}.")];
    }

    private static IEnumerable<string> Target(TargetRule? target, CandleSeries[][] views)
    {
        if (target is null)
            return [];
        double[] exposure = Column(target.Exposure, views);
        string[] zero = exposure.Any(v => !double.IsNaN(v)) && exposure.All(v => double.IsNaN(v) || v == 0)
            ? [FormattableString.Invariant($"target exposure: {target.Exposure} was 0 whenever it was known, at {exposure.Count(v => v == 0)} of {exposure.Length} candles.")]
            : [];
        return [.. Condition("target when", target.When, views), .. Known("target exposure", target.Exposure, views), .. zero];
    }

    private static IEnumerable<string> Condition(string place, Condition? condition, CandleSeries[][] views) =>
        condition is null || Column(condition, views).Contains(1) ? [] : Never(place, condition, views);

    private static IEnumerable<string> Known(string place, Series series, CandleSeries[][] views)
    {
        double[] column = Column(series, views);
        return column.All(double.IsNaN) ? [FormattableString.Invariant($"{place}: {series} was unknown at all {column.Length} candles.")] : [];
    }

    /// <summary>The smallest parts that prevented a condition from ever being true.</summary>
    private static IEnumerable<string> Never(string place, Condition condition, CandleSeries[][] views)
    {
        double[] column = Column(condition, views);
        if (condition is LogicCondition { IsAnd: false } either)
            return [.. Never(place, either.Left, views), .. Never(place, either.Right, views)];
        if (column.All(double.IsNaN))
            return [FormattableString.Invariant($"{place}: {condition} was unknown at all {column.Length} candles; it needs more candles.")];
        if (condition is not LogicCondition)
            return [FormattableString.Invariant($"{place}: {condition} was never true in {column.Length} candles{ObservedRanges(condition, views)}.")];

        Condition[] parts = [.. Parts(condition)];
        string[] never = [.. parts.Where(p => !Column(p, views).Contains(1)).SelectMany(p => Never(place, p, views))];
        string counts = string.Join(", ", parts.Select(p => FormattableString.Invariant($"{p} at {Column(p, views).Count(v => v == 1)}")));
        return never.Length > 0 ? never : [FormattableString.Invariant($"{place}: its parts were never true together in {column.Length} candles: {counts}.")];
    }

    private static IEnumerable<Condition> Parts(Condition condition) =>
        condition is LogicCondition { IsAnd: true } both ? Parts(both.Left).Concat(Parts(both.Right)) : [condition];

    /// <summary>The observed ranges of a comparison's sides.</summary>
    private static string ObservedRanges(Condition condition, CandleSeries[][] views)
    {
        if (condition is not ComparisonCondition comparison)
            return "";
        string[] sides = [.. new[] { comparison.Left, comparison.Right }.Where(s => s is not ConstantSeries).Select(side =>
        {
            double[] known = [.. Column(side, views).Where(v => !double.IsNaN(v))];
            return known.Length == 0 ? $"{side} was unknown" : FormattableString.Invariant($"{side} was from {known.Min():G6} to {known.Max():G6}");
        })];
        return "; " + string.Join(", ", sides);
    }

    private static double[] Column(Expression expression, CandleSeries[][] views) => [.. views.SelectMany(view => ExpressionColumn.Of(expression, view))];
}
