using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>One performance figure with its unit, definition and source.</summary>
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
    /// <summary>The short names of the figures that a study can maximise: those of which a higher value is better.</summary>
    public static IReadOnlyList<string> Objectives { get; } = [.. FigureDefinition.All.Select(d => d.Objective).OfType<string>()];

    /// <summary>The short name of a figure that a study can maximise.</summary>
    /// <param name="name">The short name, or the name of the figure, in any case.</param>
    /// <exception cref="ArgumentException">There is no such figure, and the message names the nearest; or a higher value is not better.</exception>
    public static string ObjectiveNamed(string name)
    {
        FigureDefinition figure = FigureDefinition.Find(name);
        return figure.Objective ?? throw new ArgumentException($"'{figure.Name}' cannot be maximised; accepted are {string.Join(", ", Objectives)}.", nameof(name));
    }

    /// <summary>A figure by its name or the short name of an objective, in any case.</summary>
    /// <param name="figures">Such as <see cref="HeadlineFigures.Figures"/>.</param>
    /// <param name="name">Such as "Sharpe ratio".</param>
    /// <exception cref="ArgumentException">There is no such figure, and the message names the nearest; or it is not among these.</exception>
    public static PerformanceFigure Named(this IReadOnlyList<PerformanceFigure> figures, string name)
    {
        ArgumentNullException.ThrowIfNull(figures);
        FigureDefinition definition = FigureDefinition.Find(name);
        foreach (PerformanceFigure figure in figures)
        {
            if (figure.Name == definition.Name)
                return figure;
        }

        throw new ArgumentException($"'{definition.Name}' is not among these {figures.Count} figures; a backtest computes it, and a trial of a sweep has it from trial.Backtest().Performance.", nameof(name));
    }
}
