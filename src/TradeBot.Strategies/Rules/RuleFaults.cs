namespace TradeBot.Strategies;

/// <summary>Faults of the parts of a rule, beyond its expressions.</summary>
internal static class RuleFaults
{
    private const int LongestCount = 1_000_000;

    public static IEnumerable<(string Place, string Message)> Of(RuleDefinition rule) =>
    [
        .. Entries(rule), .. Size("long size", rule.Long?.Size), .. Size("short size", rule.Short?.Size), .. Exits(rule), .. Protection(rule),
        .. Level("stop", rule.Stop), .. Level("take profit", rule.TakeProfit), .. Level("trailing stop", rule.TrailingStop),
        .. Level("break even", rule.BreakEven), .. Parts(rule),
        .. Count("time stop", rule.TimeStop, 1), .. Count("cooldown", rule.Cooldown, 0), .. Growth(rule), .. Hedge(rule),
    ];

    private static IEnumerable<(string, string)> Entries(RuleDefinition rule)
    {
        if (rule is { Long: null, Short: null, Target: null })
            yield return ("rule", "needs an entry: long, short or target");
        if (rule.Target is not null && (rule.Long ?? rule.Short) is not null)
            yield return ("target", "follows an exposure and cannot have entries: give either long and short, or target");
        if (rule.Target is { Tolerance: var tolerance } && !(tolerance >= 0 && tolerance < 1))
            yield return ("target tolerance", FormattableString.Invariant($"must be in [0, 1), got {tolerance:R}"));
    }

    private static IEnumerable<(string, string)> Size(string place, Series? size)
    {
        if (size is ConstantSeries { Value.Value: var value } && !(value > 0 && value <= 1))
            yield return (place, FormattableString.Invariant($"is a fraction of equity in (0, 1], got {value:R}"));
    }

    private static IEnumerable<(string, string)> Exits(RuleDefinition rule)
    {
        if (rule is { Long: null, Short: null } && rule.Exit is not null)
            yield return ("exit", "has no entry to close: give long or short");
        if (rule is { Long: null, ExitLong: not null })
            yield return ("exit long", "has no long entry to close");
        if (rule is { Short: null, ExitShort: not null })
            yield return ("exit short", "has no short entry to close");
    }

    private static IEnumerable<(string, string)> Protection(RuleDefinition rule)
    {
        if (rule.Target is null)
            yield break;
        (string Place, object? Part)[] parts =
        [
            ("stop", rule.Stop), ("take profit", rule.TakeProfit), ("trailing stop", rule.TrailingStop),
            ("break even", rule.BreakEven), ("partial targets", rule.PartialTargets is [var first, ..] ? first : null), ("time stop", rule.TimeStop), ("cooldown", rule.Cooldown), ("pyramid", rule.Pyramid),
        ];
        foreach ((string place, object? part) in parts)
        {
            if (part is not null)
                yield return (place, "applies to entries, and a target has none");
        }
    }

    private static IEnumerable<(string, string)> Level(string place, LevelRule? level)
    {
        if (level is { Unit: LevelUnit.None })
            yield return (place, "needs a unit: a distance, a fraction or a price");
        if (level is { Value: ConstantSeries { Value.Value: var value } } && !(value > 0))
            yield return (place, FormattableString.Invariant($"must be above 0, got {value:R}"));
        if (level is { Unit: LevelUnit.Price } && place is not ("stop" or "take profit" or "trailing stop"))
            yield return (place, "is a distance or a percentage from the entry price, not a price");
        if (level is { Unit: LevelUnit.Price } && place == "trailing stop")
            yield return (place, "is a distance or a fraction; a price cannot trail, use the stop instead");
    }

    public static string PlaceOf(int part) => FormattableString.Invariant($"partial target {part + 1}");

    private static IEnumerable<(string, string)> Parts(RuleDefinition rule)
    {
        IReadOnlyList<PartialTargetRule> parts = rule.PartialTargets;
        if (parts.Count > PartialTargets.Most)
            yield return ("partial targets", $"are at most {PartialTargets.Most}, got {parts.Count}");
        for (int i = 0; i < parts.Count; i++)
        {
            foreach ((string, string) fault in Level(PlaceOf(i), parts[i].At))
                yield return fault;
            if (!(parts[i].Close.Value > 0 && parts[i].Close.Value <= 1))
                yield return (PlaceOf(i), FormattableString.Invariant($"must close a fraction of the position in (0, 1], got {parts[i].Close.Value:R}"));
        }

        double sum = parts.Sum(p => p.Close.Value);
        if (sum > 1 + 1e-9)
            yield return ("partial targets", FormattableString.Invariant($"close more than the position: their fractions sum to {sum:0.####}, at most 1 is accepted"));
    }

    private static IEnumerable<(string, string)> Count(string place, Argument? count, int least)
    {
        if (count is { Value: var value } && !(value >= least && value <= LongestCount && Math.Floor(value) == value))
            yield return (place, FormattableString.Invariant($"must be a whole number of candles in [{least}, {LongestCount}], got {value:R}"));
    }

    private static IEnumerable<(string, string)> Growth(RuleDefinition rule)
    {
        if (rule.Pyramid is not { } pyramid)
            yield break;
        if (!(pyramid.Size > 0 && pyramid.Size <= 1))
            yield return ("pyramid size", FormattableString.Invariant($"is a fraction of equity in (0, 1], got {pyramid.Size:R}"));
        if (pyramid.Times < 1)
            yield return ("pyramid times", FormattableString.Invariant($"must be at least 1, got {pyramid.Times}"));
    }

    private static IEnumerable<(string, string)> Hedge(RuleDefinition rule)
    {
        if (rule.Hedge is not { } hedge)
            yield break;
        if (string.IsNullOrWhiteSpace(hedge) || rule.On.Symbols.Contains(hedge))
            yield return ("hedge", $"must be another symbol than the rule's own, got '{hedge}'");
        if (rule.On.IsMany || rule.On.Symbols.Count == 0)
            yield return ("hedge", "needs a rule on one named symbol");
        if ((rule.Stop ?? rule.TakeProfit ?? rule.TrailingStop ?? rule.BreakEven) is not null || rule.PartialTargets.Count > 0)
            yield return ("hedge", "cannot be combined with protective levels: a level would close one symbol and leave the other open");
    }
}
