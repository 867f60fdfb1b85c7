using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>Finds the faults of a strategy definition.</summary>
internal static class StrategyCheck
{
    /// <summary>Each fault, with its expression if there is one.</summary>
    public static IEnumerable<(string Place, Expression? Part, string Message)> Faults(StrategyDefinition definition)
    {
        foreach ((string place, string message) in UniverseFaults(definition.On).Concat(definition.OwnFaults()).Concat(ParameterFaults(definition)).Concat(NameFaults(definition)))
            yield return (place, null, message);
        foreach ((string, Expression?, string) fault in ParameterConstraints.Faults(definition))
            yield return fault;
        foreach ((string place, Expression expression) in definition.Expressions)
        {
            foreach ((Expression part, string message) in ExpressionCheck.Faults(expression, definition.Parameters.Select(p => p.Key)))
                yield return (place, part, message);
        }
    }

    /// <summary>Each condition that can never be true: the strategy can run, but will not do what it says.</summary>
    public static IEnumerable<(string Place, Expression Part, string Message)> Warnings(StrategyDefinition definition) =>
        from place in definition.Expressions
        from fault in SatisfiabilityCheck.Faults(place.Expression, definition.On.Timeframe)
        select (place.Place, fault.Part, fault.Message);

    /// <exception cref="StrategyException">There are faults.</exception>
    public static void Require(StrategyDefinition definition)
    {
        StrategyFault[] faults = [.. Faults(definition).Select(f => new StrategyFault(f.Place, f.Part is null ? f.Message : $"{f.Message} (in '{f.Part}')"))];
        if (faults.Length > 0)
            throw new StrategyException($"Strategy '{StrategyName.Of(definition)}'", faults);
    }

    private static IEnumerable<(string, string)> UniverseFaults(Universe on)
    {
        if (on.Symbols.Any(string.IsNullOrWhiteSpace))
            yield return ("on", "a symbol must not be empty");
        foreach (string fault in on.Symbols.Where(s => !string.IsNullOrWhiteSpace(s)).Select(FeedSyntax.SymbolFault).OfType<string>())
            yield return ("on", fault);
        foreach (string symbol in on.Symbols.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key))
            yield return ("on", $"{symbol} is given twice");
        if (on.Timeframe == default(MarketData.Timeframe))
            yield return ("on", $"needs a timeframe: {MarketData.Timeframe.Accepted}");
    }

    private static IEnumerable<(string, string)> ParameterFaults(StrategyDefinition definition)
    {
        HashSet<string> used = [.. UsedParameters(definition)];
        foreach ((string name, double value) in definition.Parameters)
        {
            string place = $"parameter {name}";
            if (!Keywords.IsName(name))
                yield return (place, "must consist of letters, digits and underscores, start with a letter, and not be a reserved word");
            else if (IsTaken(name))
                yield return (place, "has the name of a price, a function or an indicator");
            if (!double.IsFinite(value))
                yield return (place, "must be a finite number");
            if (!used.Contains(name))
                yield return (place, "is never used");
        }

        foreach (string name in definition.Parameters.GroupBy(p => p.Key).Where(g => g.Count() > 1).Select(g => g.Key))
            yield return ($"parameter {name}", "is given two values");
    }

    private static IEnumerable<(string, string)> NameFaults(StrategyDefinition definition)
    {
        string[] names = [.. definition.Parameters.Select(p => p.Key)];
        foreach (string mentioned in StrategyName.MentionedIn(definition.Name ?? "").Except(names))
            yield return ("name", $"{{{mentioned}}} is not a parameter; {(names.Length == 0 ? "the strategy has none" : $"it has {string.Join(", ", names)}")}");
    }

    /// <summary>Whether a name is taken when used without arguments; functions with arguments and calendar fields leave it to the parameter.</summary>
    private static bool IsTaken(string name) =>
        FunctionTable.Find(name) is { Parameters.Count: 0 } || IndicatorCatalog.TryFind(name) is not null
        || Keywords.SeriesOf(name.ToLowerInvariant()) is PriceSeries { Field: not PriceField.Turnover };

    private static IEnumerable<string> UsedParameters(StrategyDefinition definition) =>
        definition.AllArguments().Select(a => a.Parameter).OfType<string>();
}
