using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Finds conditions that can never be true, whatever the candles.</summary>
/// <remarks>
/// It does not find every such condition: it knows bounds and timeframes, not markets.
/// </remarks>
internal sealed class SatisfiabilityCheck(Timeframe? own)
{
    /// <summary>A value that changed at a candle: which value, the minimum distance between two of its changes, and how many candles ago.</summary>
    private readonly record struct ChangeOf(string Value, long Apart, int Ago);

    /// <summary>The smallest conditions that can never be true, with the reasons.</summary>
    public static IEnumerable<(Expression Part, string Message)> Faults(Expression expression, Timeframe? own) => new SatisfiabilityCheck(own).Find(expression);

    private IEnumerable<(Expression Part, string Message)> Find(Expression expression)
    {
        // A condition on another feed is evaluated on that feed's candles.
        if (expression is FeedCondition { Feed.Timeframe: { } other } feed)
            return new SatisfiabilityCheck(other).Find(feed.Source);

        (Expression, string)[] inside = [.. expression.Parts.SelectMany(Find)];
        return inside.Length == 0 && expression is Condition condition && Never(condition) is { } reason
            ? [(condition, $"{condition} can never be true: {reason}")]
            : inside;
    }

    private string? Never(Condition condition) => condition switch
    {
        ComparisonCondition comparison => Never(comparison),
        LogicCondition { IsAnd: true } => Contradiction(condition) ?? Clash(condition),
        LogicCondition logic => Never(logic.Left) is { } reason && Never(logic.Right) is not null ? reason : null,
        NotCondition => Clash(condition),
        CallCondition { Name: "times" } times when Counts(times) is (var least, var candles) && least > candles =>
            FormattableString.Invariant($"it requires {least:R} of {candles:R} candles"),
        CallCondition { Name: "times" } times => Clash(times) ?? Crowded(times),
        CallCondition { Expansion: { } expansion } call => Clash(call) ?? Never(expansion),
        CallCondition call => Clash(call),
        _ => null,
    };

    private static string? Never(ComparisonCondition comparison)
    {
        (Series left, Series right) = (comparison.Left, comparison.Right);
        ValueRange a = ValueRange.Of(left), b = ValueRange.Of(right);
        bool same = left.Equals(right);
        bool never = comparison.Operator switch
        {
            ComparisonOperator.Above => same || a.Max <= b.Min,
            ComparisonOperator.Below => same || a.Min >= b.Max,
            ComparisonOperator.AtLeast => a.Max < b.Min,
            ComparisonOperator.AtMost => a.Min > b.Max,
            ComparisonOperator.CrossesAbove => same || a.Max <= b.Min || a.Min > b.Max,
            ComparisonOperator.CrossesBelow => same || a.Min >= b.Max || a.Max < b.Min,
            _ => same || a.Max < b.Min || a.Min > b.Max || (a.Min == a.Max && b.Min == b.Max),
        };
        if (!never)
            return null;
        if (same)
            return "both sides are the same";
        string[] known = [.. new[] { (left, a), (right, b) }.Where(x => x.Item2.IsBounded && x.Item1 is not ConstantSeries).Select(x => $"{x.Item1} is {x.Item2}")];
        return known.Length == 0 ? FormattableString.Invariant($"{a.Min:R} and {b.Min:R} do not change") : string.Join(" and ", known);
    }

    /// <summary>Two parts of a conjunction that exclude each other.</summary>
    private static string? Contradiction(Condition condition)
    {
        Dictionary<string, (bool Below, bool Equal, bool Above, string First)> pairs = [];
        Dictionary<string, (double Min, bool MinIn, double Max, bool MaxIn, string First)> ranges = [];
        foreach (ComparisonCondition part in Comparisons(condition))
        {
            (Series left, Series right, ComparisonOperator sign) = Ordered(part);
            (bool below, bool equal, bool above) = Allowed(sign);
            string key = $"{left} and {right}";
            (bool Below, bool Equal, bool Above, string First) before = pairs.GetValueOrDefault(key, (true, true, true, part.ToString()));
            pairs[key] = (below & before.Below, equal & before.Equal, above & before.Above, before.First);
            if (pairs[key] is { Below: false, Equal: false, Above: false })
                return $"{before.First} and {part} exclude each other";
            if (right is not ConstantSeries { Value.Value: var value } || left is ConstantSeries)
                continue;

            ValueRange known = ValueRange.Of(left);
            var range = ranges.GetValueOrDefault(left.ToString(), (known.Min, true, known.Max, true, part.ToString()));
            if (!below && (value > range.Item1 || (value == range.Item1 && !equal)))
                (range.Item1, range.Item2) = (value, equal);
            if (!above && (value < range.Item3 || (value == range.Item3 && !equal)))
                (range.Item3, range.Item4) = (value, equal);
            ranges[left.ToString()] = range;
            if (range.Item1 > range.Item3 || (range.Item1 == range.Item3 && !(range.Item2 && range.Item4)))
                return $"{range.Item5} and {part} exclude each other";
        }

        return null;
    }

    /// <summary>The comparisons that a condition requires at its own candle.</summary>
    private static IEnumerable<ComparisonCondition> Comparisons(Condition condition) => condition switch
    {
        LogicCondition { IsAnd: true } and => Comparisons(and.Left).Concat(Comparisons(and.Right)),
        ComparisonCondition comparison => [comparison],
        CallCondition { Name: "becomes" or "held" } call => Comparisons((Condition)call.Arguments[0]),
        CallCondition { Expansion: { } expansion } => Comparisons(expansion),
        _ => [],
    };

    /// <summary>The comparison with its sides in canonical order: a constant last, otherwise by text.</summary>
    private static (Series Left, Series Right, ComparisonOperator Operator) Ordered(ComparisonCondition part)
    {
        bool turn = part.Left is ConstantSeries && part.Right is not ConstantSeries;
        turn |= part.Left is ConstantSeries == part.Right is ConstantSeries && string.CompareOrdinal(part.Left.ToString(), part.Right.ToString()) > 0;
        return turn
            ? (part.Right, part.Left, part.Operator switch
            {
                ComparisonOperator.Above => ComparisonOperator.Below,
                ComparisonOperator.Below => ComparisonOperator.Above,
                ComparisonOperator.AtLeast => ComparisonOperator.AtMost,
                ComparisonOperator.AtMost => ComparisonOperator.AtLeast,
                ComparisonOperator.CrossesAbove => ComparisonOperator.CrossesBelow,
                ComparisonOperator.CrossesBelow => ComparisonOperator.CrossesAbove,
                _ => part.Operator,
            })
            : (part.Left, part.Right, part.Operator);
    }

    private static (bool Below, bool Equal, bool Above) Allowed(ComparisonOperator sign) => sign switch
    {
        ComparisonOperator.Above or ComparisonOperator.CrossesAbove => (false, false, true),
        ComparisonOperator.AtLeast => (false, true, true),
        ComparisonOperator.Below or ComparisonOperator.CrossesBelow => (true, false, false),
        ComparisonOperator.AtMost => (true, true, false),
        _ => (true, false, true),
    };

    /// <summary>Two required changes of a value that are closer together than the value can change.</summary>
    private string? Clash(Condition condition)
    {
        ChangeOf[] changes = [.. Changes(condition).Distinct()];
        foreach (IGrouping<string, ChangeOf> group in changes.GroupBy(c => c.Value))
        {
            int[] times = [.. group.Select(c => c.Ago).Order()];
            for (int i = 1; i < times.Length; i++)
            {
                if (times[i] - times[i - 1] < group.First().Apart)
                    return FormattableString.Invariant($"on {own} candles {group.Key} changes once in {group.First().Apart}, and it would have to change at each of several in a row");
            }
        }

        return null;
    }

    /// <summary>A condition that would have to become true more often than its value can change.</summary>
    private string? Crowded(CallCondition times)
    {
        if (Counts(times) is not (var least, var candles))
            return null;
        ChangeOf[] changes = [.. Changes((Condition)times.Arguments[0])];
        return changes.Length > 0 && Math.Ceiling(candles / changes.Max(c => c.Apart)) < least
            ? FormattableString.Invariant($"on {own} candles {changes[0].Value} changes once in {changes[0].Apart}, and it would have to change {least:R} times in {candles:R}")
            : null;
    }

    private static (double Least, double Candles)? Counts(CallCondition times) =>
        times.Arguments is [_, ConstantSeries least, ConstantSeries candles] ? (least.Value.Value, candles.Value.Value) : null;

    /// <summary>The changes of slow values that a condition requires.</summary>
    private IEnumerable<ChangeOf> Changes(Condition condition) => condition switch
    {
        LogicCondition { IsAnd: true } and => Changes(and.Left).Concat(Changes(and.Right)),
        ComparisonCondition comparison => ChangeBetween(comparison.Left, comparison.Right),
        NotCondition { Source: CallCondition { Name: "within" } within } when within.Arguments[0] is NotCondition held => InARow(held.Source, within.Arguments[1]),
        CallCondition { Name: "held" } held => InARow((Condition)held.Arguments[0], held.Arguments[1]),
        CallCondition { Name: "ago" } ago when ago.Arguments[1] is ConstantSeries candles =>
            Changes((Condition)ago.Arguments[0]).Select(c => c with { Ago = c.Ago + (int)candles.Value.Value }),
        CallCondition { Name: "becomes" } becomes => Changes((Condition)becomes.Arguments[0]),
        CallCondition { Expansion: { } expansion } => Changes(expansion),
        _ => [],
    };

    private IEnumerable<ChangeOf> InARow(Condition condition, Expression candles)
    {
        ChangeOf[] each = [.. Changes(condition)];
        return candles is ConstantSeries { Value.Value: >= 2 } ? each.Concat(each.Select(c => c with { Ago = c.Ago + 1 })) : each;
    }

    /// <summary>A value that differs from itself one candle ago has changed.</summary>
    private IEnumerable<ChangeOf> ChangeBetween(Series left, Series right)
    {
        (Series Source, int Ago) a = Shifted(left), b = Shifted(right);
        if (Math.Abs(a.Ago - b.Ago) == 1 && a.Source.Equals(b.Source) && CandlesBetweenChanges(a.Source) is > 1 and var apart)
            yield return new ChangeOf(a.Source.ToString(), apart, Math.Min(a.Ago, b.Ago));
    }

    private static (Series Source, int Ago) Shifted(Series series)
    {
        int ago = 0;
        for (; series is ShiftSeries shift; series = shift.Source)
            ago += (int)shift.Candles.Value;
        return (series, ago);
    }

    /// <summary>Minimum number of the rule's candles between two changes of a value; 1 when it may change at each, or when unknown.</summary>
    private long CandlesBetweenChanges(Series series)
    {
        switch (series)
        {
            case ConstantSeries:
                return long.MaxValue;
            case FeedSeries { Feed.Timeframe: { } longer } when own is { HasFixedLength: true } candle && longer > candle:
                return longer.HasFixedLength ? Math.Max(1, longer.Duration.Ticks / candle.Duration.Ticks) : Math.Max(1, TimeSpan.FromDays(28).Ticks / candle.Duration.Ticks);
            case ArithmeticSeries arithmetic:
                long left = CandlesBetweenChanges(arithmetic.Left), right = CandlesBetweenChanges(arithmetic.Right);
                return left == long.MaxValue || right == long.MaxValue || SameFeed(arithmetic.Left, arithmetic.Right) ? Math.Min(left, right) : 1;
            default:
                return 1;
        }
    }

    private static bool SameFeed(Series left, Series right) => left is FeedSeries a && right is FeedSeries b && a.Feed == b.Feed;
}
