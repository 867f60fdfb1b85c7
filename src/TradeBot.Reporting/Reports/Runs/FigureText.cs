using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Formats figures for readers.</summary>
public static class FigureText
{
    /// <summary>The value with its unit, such as <c>12.3 %</c> or <c>4.5 days</c>; n/a when undefined; <see cref="FigureNotes"/> gives the reason.</summary>
    public static string Of(PerformanceFigure figure) => figure.Unit switch
    {
        FigureUnit.Fraction => ValueFormat.Percent().Format(figure.Value),
        FigureUnit.Count => ValueFormat.Integer.Format(figure.Value),
        FigureUnit.Days when double.IsFinite(figure.Value) => ValueFormat.Significant(3).Format(figure.Value) + " days",
        FigureUnit.Days => double.IsPositiveInfinity(figure.Value) ? "never" : ValueFormat.Significant(3).Format(figure.Value),
        _ => ValueFormat.Number(2).Format(figure.Value),
    };

    /// <summary>The value without its unit, for a separate column.</summary>
    internal static string Number(PerformanceFigure figure) => figure.Unit switch
    {
        FigureUnit.Fraction => ValueFormat.Number(2).Format(100 * figure.Value),
        FigureUnit.Days when double.IsFinite(figure.Value) => ValueFormat.Significant(3).Format(figure.Value),
        _ => Of(figure),
    };

    /// <summary>The unit of a value that has one; empty for ratios, counts and what is undefined.</summary>
    internal static string Unit(PerformanceFigure figure) => !double.IsFinite(figure.Value) ? "" : figure.Unit switch
    {
        FigureUnit.Fraction => "%",
        FigureUnit.Days => "days",
        FigureUnit.Money => "quote\u00a0currency",
        _ => "",
    };
}
