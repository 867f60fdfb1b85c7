using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>Finds the faults of an expression: names, numbers of arguments, ranges, repainting.</summary>
internal static class ExpressionCheck
{
    private const int LongestShift = 100_000;

    /// <summary>Each fault with its part, in the order of the text.</summary>
    /// <param name="expression">The expression to check, with all its parts.</param>
    /// <param name="parameters">Parameter names, for suggestions.</param>
    /// <param name="acceptsRepainting">Whether to accept repainting indicators, with their values as known at each candle.</param>
    public static IEnumerable<(Expression Part, string Message)> Faults(Expression expression, IEnumerable<string>? parameters = null, bool acceptsRepainting = false)
    {
        IEnumerable<string> own = expression switch
        {
            IndicatorSeries indicator => Faults(indicator, parameters ?? [], acceptsRepainting),
            CallSeries call => Faults(call.Function, call.Arguments),
            CallCondition call => Faults(call.Function, call.Arguments),
            ShiftSeries shift => Faults(shift),
            FeedSeries series => Faults(series.Feed),
            FeedCondition condition => Faults(condition.Feed),
            ConstantSeries constant when !double.IsFinite(constant.Value.Value) => [$"{constant} is not a finite number"],
            _ => [],
        };
        return own.Select(message => (expression, message)).Concat(expression.Parts.SelectMany(p => Faults(p, parameters, acceptsRepainting)));
    }

    private static IEnumerable<string> Faults(FeedReference feed)
    {
        if (feed.Symbol is { } symbol && FeedSyntax.SymbolFault(symbol) is { } fault)
            yield return fault;
        if (feed.Timeframe == default(MarketData.Timeframe))
            yield return $"the feed needs a timeframe: {MarketData.Timeframe.Accepted}";
    }

    private static IEnumerable<string> Faults(ShiftSeries shift)
    {
        double candles = shift.Candles.Value;
        if (!(candles >= 1 && candles <= LongestShift && Math.Floor(candles) == candles))
            yield return FormattableString.Invariant($"a shift must be a whole number of candles from 1 to {LongestShift}, got {candles:R}");
    }

    private static IEnumerable<string> Faults(Function function, IReadOnlyList<Expression> arguments)
    {
        if (function.CountFault(arguments.Count) is { } count)
            return [count];
        return arguments.Select((argument, i) => function.ParameterAt(i)!.Fault(argument))
            .OfType<string>().Select(fault => $"{function.Name}: {fault}");
    }

    private static IEnumerable<string> Faults(IndicatorSeries series, IEnumerable<string> parameters, bool acceptsRepainting)
    {
        if (series.Definition is not { } definition)
        {
            IEnumerable<string> known = IndicatorCatalog.All.SelectMany(d => (IEnumerable<string>)[d.Name, .. d.Aliases])
                .Concat(Keywords.All).Concat(parameters);
            yield return $"unknown name '{series.Name}'; the nearest is '{NearestName.Of(series.Name, known).ToLowerInvariant()}'";
            yield break;
        }

        if (Fault(series, definition) is { } arguments)
            yield return arguments;
        if (InputFault(series, definition) is { } inputs)
            yield return inputs;
        if (series.OutputIndex < 0)
            yield return OutputFault(series, [.. definition.Outputs.Select(o => o.Name.Replace(' ', '_'))]);
        if (definition.Repaints && !acceptsRepainting)
            yield return RepaintFault(series.Name, definition);
    }

    private static string OutputFault(IndicatorSeries series, string[] outputs) => series.OutputName is { } output
        ? $"{series.Name} has no output '{output}'; the nearest is '{NearestName.Of(output, outputs)}'"
        : $"{series.Name} has several outputs: choose one, such as {series.Name}(...).{outputs[0]}, of {string.Join(", ", outputs)}";

    private static string RepaintFault(string name, IndicatorDefinition definition)
    {
        IndicatorDefinition? confirmed = IndicatorCatalog.TryFind("Confirmed" + definition.Name);
        string advice = confirmed is null ? "" : $"; {confirmed.Name.ToLowerInvariant()} gives confirmed values only";
        return $"{name} repaints: its value at a candle changes with later candles, so a backtest would use information from the future{advice}";
    }

    private static string? Fault(IndicatorSeries series, IndicatorDefinition definition)
    {
        try
        {
            definition.With([.. series.Arguments.Select(a => a.Value)]);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message[..error.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)].TrimEnd('.');
        }
    }

    private static string? InputFault(IndicatorSeries series, IndicatorDefinition definition) => (definition.Input, series.Inputs.Count) switch
    {
        _ when series.Inputs.FirstOrDefault(i => i is ConstantSeries) is { } constant => $"{series.Name} needs series that vary, got the number {constant}",
        (IndicatorInput.Value, <= 1) or (IndicatorInput.Pair, 0 or 2) or (IndicatorInput.Candle, 0) => null,
        (IndicatorInput.Value, _) => $"{series.Name} takes one series, got {series.Inputs.Count}",
        (IndicatorInput.Pair, _) => $"{series.Name} takes two series, such as {series.Name}(close, volume, ...), got {series.Inputs.Count}",
        _ => $"{series.Name} uses whole candles and takes no series, got '{series.Inputs[0]}'",
    };
}
