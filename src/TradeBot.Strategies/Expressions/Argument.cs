using System.Globalization;

namespace TradeBot.Strategies;

/// <summary>A number in an expression: as such, or by the name of a parameter that has a value.</summary>
public readonly record struct Argument
{
    /// <param name="value">The number.</param>
    /// <param name="parameter">The name that stands for it, or null.</param>
    public Argument(double value, string? parameter = null) => (Value, Parameter) = (value, parameter);

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>The name that stands for it; null when it is written as a number.</summary>
    public string? Parameter { get; }

    /// <summary>A number as it is.</summary>
    public static implicit operator Argument(double value) => new(value);

    /// <summary>The name, or the shortest text that reads back as the same number.</summary>
    public override string ToString() => Parameter ?? Value.ToString("R", CultureInfo.InvariantCulture);
}
