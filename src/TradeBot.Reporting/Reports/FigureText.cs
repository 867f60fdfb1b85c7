using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Writes figures as a person reads them.</summary>
public static class FigureText
{
    /// <summary>The value with its unit, such as <c>12.3 %</c> or <c>4.5 days</c>; n/a when undefined, with the reason where the figure has one.</summary>
    public static string Of(PerformanceFigure figure) => double.IsNaN(figure.Value) && figure.Reason is string reason
        ? $"{ValueOf(figure)} ({reason})"
        : ValueOf(figure);

    private static string ValueOf(PerformanceFigure figure) => figure.Unit switch
    {
        FigureUnit.Fraction => ValueFormat.Percent().Format(figure.Value),
        FigureUnit.Count => ValueFormat.Integer.Format(figure.Value),
        FigureUnit.Days when double.IsFinite(figure.Value) => ValueFormat.Significant(3).Format(figure.Value) + " days",
        FigureUnit.Days => double.IsPositiveInfinity(figure.Value) ? "never" : ValueFormat.Significant(3).Format(figure.Value),
        _ => ValueFormat.Number(2).Format(figure.Value),
    };
}
