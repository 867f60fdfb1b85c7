using System.Globalization;

namespace TradeBot.Indicators;

/// <summary>A parameter of an indicator.</summary>
public sealed record IndicatorParameter
{
    private const int LongestPeriod = 100_000;

    private IndicatorParameter(string name, bool isInteger, double min, double max, double @default, double searchMin, double searchMax) =>
        (Name, IsInteger, Min, Max, Default, SearchMin, SearchMax) = (name, isInteger, min, max, @default, searchMin, searchMax);

    /// <summary>Lower-case, unique within the indicator, such as <c>period</c>.</summary>
    public string Name { get; }

    /// <summary>True when only whole numbers are accepted.</summary>
    public bool IsInteger { get; }

    /// <summary>Minimum accepted value.</summary>
    public double Min { get; }

    /// <summary>Maximum accepted value.</summary>
    public double Max { get; }

    /// <summary>Default value.</summary>
    public double Default { get; }

    /// <summary>Lower end of a sensible search range.</summary>
    public double SearchMin { get; }

    /// <summary>Upper end of a sensible search range.</summary>
    public double SearchMax { get; }

    /// <summary>Such as <c>period: 1 to 100000, usually 14</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Min:R} to {Max:R}, usually {Default:R}");

    /// <summary>A whole number.</summary>
    public static IndicatorParameter Int(
        string name, int @default, int min = 1, int max = LongestPeriod, int searchMin = 2, int searchMax = 200) =>
        new(name, isInteger: true, min, max, @default, Math.Max(min, searchMin), Math.Min(max, searchMax));

    /// <summary>The parameter that most indicators have: <c>period</c>, a number of candles.</summary>
    public static IndicatorParameter Period(int @default, int min = 1) => Int("period", @default, min);

    /// <summary>A number.</summary>
    public static IndicatorParameter Number(
        string name, double @default, double min, double max, double? searchMin = null, double? searchMax = null) =>
        new(name, isInteger: false, min, max, @default, searchMin ?? min, searchMax ?? max);

    /// <summary>The fault of a value; null when accepted.</summary>
    internal string? Fault(double value)
    {
        bool accepted = value >= Min && value <= Max && (!IsInteger || Math.Floor(value) == value);
        return accepted ? null : string.Create(
            CultureInfo.InvariantCulture, $"{Name} must be a {(IsInteger ? "whole " : "")}number in [{Min:R}, {Max:R}], got {value:R}");
    }
}
