using System.Globalization;

namespace TradeBot.Optimization;

/// <summary>The value of one parameter: a whole number, a number, or the name of a choice.</summary>
/// <remarks>
/// Converts to what the evaluated function takes: <c>new EmaCross(p["fast"], p["slow"])</c>. Two numbers are
/// equal when their values are, whatever their kind; a number never equals a choice. The default value is 0. What is calculated from
/// values is a <see cref="double"/>; where an overload takes either kind of number, as that of <c>Math.Abs</c>, C# prefers the whole one:
/// say <c>Math.Abs((double)p["distance"])</c>.
/// </remarks>
public readonly struct ParameterValue : IEquatable<ParameterValue>, IComparable<ParameterValue>
{
    private readonly double _number;
    private readonly string? _choice;

    private ParameterValue(double number, string? choice) => (_number, _choice) = (number, choice);

    /// <summary>True for a number, false for a choice.</summary>
    public bool IsNumber => _choice is null;

    /// <summary>The name of the choice.</summary>
    /// <exception cref="InvalidOperationException">The value is a number.</exception>
    public string Choice => _choice ?? throw new InvalidOperationException($"The value {this} is a number, not a choice.");

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is a choice or has a fraction.</exception>
    public int ToInt32() => IsNumber && _number == (int)_number
        ? (int)_number
        : throw new InvalidOperationException($"The value {this} is not a whole number between {int.MinValue} and {int.MaxValue}, which is required here: to use it as a number, write (double)p[…].");

    /// <summary>The value as a number.</summary>
    /// <exception cref="InvalidOperationException">The value is a choice.</exception>
    public double ToDouble() => IsNumber
        ? _number
        : throw new InvalidOperationException($"The value '{this}' is a choice, not a number.");

    /// <summary>The shortest text that reads back as exactly this value, in the invariant culture.</summary>
    public override string ToString() => _choice ?? _number.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(ParameterValue other) => _choice == other._choice && (!IsNumber || _number.Equals(other._number));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _choice?.GetHashCode(StringComparison.Ordinal) ?? _number.GetHashCode();

    /// <summary>Numbers by value, before choices by ordinal text.</summary>
    public int CompareTo(ParameterValue other) => (IsNumber, other.IsNumber) switch
    {
        (true, true) => _number.CompareTo(other._number),
        (false, false) => string.CompareOrdinal(_choice, other._choice),
        (true, false) => -1,
        _ => 1,
    };

    /// <summary>A whole number.</summary>
    public static implicit operator ParameterValue(int value) => new(value, choice: null);

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static implicit operator ParameterValue(double value) => double.IsFinite(value)
        ? new(value, choice: null)
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A parameter must be finite, got {value}."), nameof(value));

    /// <summary>A choice.</summary>
    public static implicit operator ParameterValue(string choice) => new(0, choice ?? throw new ArgumentNullException(nameof(choice)));

    /// <summary>As <see cref="ToInt32"/>.</summary>
    public static implicit operator int(ParameterValue value) => value.ToInt32();

    /// <summary>As <see cref="ToDouble"/>.</summary>
    public static implicit operator double(ParameterValue value) => value.ToDouble();

    /// <summary>As <see cref="Choice"/>.</summary>
    public static explicit operator string(ParameterValue value) => value.Choice;

    /// <summary>Sum of two numbers.</summary>
    /// <exception cref="InvalidOperationException">A value is a choice.</exception>
    public static double operator +(ParameterValue left, ParameterValue right) => left.ToDouble() + right.ToDouble();

    /// <summary>Difference of two numbers.</summary>
    /// <exception cref="InvalidOperationException">A value is a choice.</exception>
    public static double operator -(ParameterValue left, ParameterValue right) => left.ToDouble() - right.ToDouble();

    /// <summary>Product of two numbers.</summary>
    /// <exception cref="InvalidOperationException">A value is a choice.</exception>
    public static double operator *(ParameterValue left, ParameterValue right) => left.ToDouble() * right.ToDouble();

    /// <summary>Quotient of two numbers, with its fraction; infinite or NaN where the divisor is 0.</summary>
    /// <exception cref="InvalidOperationException">A value is a choice.</exception>
    public static double operator /(ParameterValue left, ParameterValue right) => left.ToDouble() / right.ToDouble();

    /// <summary>Same value.</summary>
    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    /// <summary>Different value.</summary>
    public static bool operator !=(ParameterValue left, ParameterValue right) => !left.Equals(right);

    /// <summary>Smaller, in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(ParameterValue left, ParameterValue right) => left.CompareTo(right) < 0;

    /// <summary>Larger, in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(ParameterValue left, ParameterValue right) => left.CompareTo(right) > 0;

    /// <summary>Not larger, in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator <=(ParameterValue left, ParameterValue right) => left.CompareTo(right) <= 0;

    /// <summary>Not smaller, in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator >=(ParameterValue left, ParameterValue right) => left.CompareTo(right) >= 0;
}
