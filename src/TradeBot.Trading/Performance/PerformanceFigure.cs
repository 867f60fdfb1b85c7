namespace TradeBot.Trading;

/// <summary>One figure, ready to be shown.</summary>
/// <param name="Name">The field's term.</param>
/// <param name="Value">NaN when undefined.</param>
/// <param name="Unit">How to read the value.</param>
/// <param name="Definition">What it is, in one sentence.</param>
/// <param name="Source">Where the definition comes from; empty for plain arithmetic.</param>
public readonly record struct PerformanceFigure(string Name, double Value, FigureUnit Unit, string Definition, string Source = "")
{
    /// <summary>Why the value is undefined, in a few words such as "there was no trade"; null where it is defined.</summary>
    public string? Reason { get; init; }
}

/// <summary>Figures by name.</summary>
public static class PerformanceFigures
{
    /// <summary>A figure by its name, in any case.</summary>
    /// <param name="figures">Such as <see cref="PerformanceSummary.Figures"/>.</param>
    /// <param name="name">Such as "Sharpe ratio".</param>
    /// <exception cref="ArgumentException">There is none of that name; the message tells the nearest.</exception>
    public static PerformanceFigure Named(this IReadOnlyList<PerformanceFigure> figures, string name)
    {
        ArgumentNullException.ThrowIfNull(figures);
        foreach (PerformanceFigure figure in figures)
        {
            if (figure.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return figure;
        }

        throw new ArgumentException($"There is no figure '{name}'; the nearest is '{NearestName.Of(name, figures.Select(f => f.Name))}'.", nameof(name));
    }
}
