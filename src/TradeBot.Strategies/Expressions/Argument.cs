using System.Globalization;

namespace TradeBot.Strategies;

/// <summary>A number in an expression: a literal, or a named parameter with a value.</summary>
public readonly record struct Argument
{
    /// <param name="value">The number.</param>
    /// <param name="parameter">The parameter's name, or null for a literal.</param>
    public Argument(double value, string? parameter = null) => (Value, Parameter) = (value, parameter);

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>The parameter's name; null for a literal.</summary>
    public string? Parameter { get; }

    /// <summary>A literal number.</summary>
    public static implicit operator Argument(double value) => new(value);

    /// <summary>The name, or the shortest text that parses to the same number.</summary>
    public override string ToString() => Parameter ?? Value.ToString("R", CultureInfo.InvariantCulture);
}
