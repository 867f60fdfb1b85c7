namespace TradeBot.Strategies;

/// <summary>Strategies as documents.</summary>
public static class StrategyDocument
{
    /// <summary>The strategy as a document, which <see cref="Strategy.Parse"/> reads back as the same strategy.</summary>
    /// <exception cref="InvalidOperationException">A part of it is given by code alone.</exception>
    public static string ToYaml(this DefinedStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return strategy.Definition.Expressions.SelectMany(e => e.Expression.GivenByCode()).FirstOrDefault() is { } code
            ? throw new InvalidOperationException($"'{code}' is given by code, and no document can hold it: register an indicator by UserIndicators.Register, and use it by its name.")
            : StrategyWriter.Write(strategy.Definition);
    }
}
