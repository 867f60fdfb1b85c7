using System.Globalization;
using TradeBot.Optimization;

namespace TradeBot;

/// <summary>Reads conditions between the parameters of a study, such as <c>fast&lt;slow</c>.</summary>
internal static class ParameterCondition
{
    /// <exception cref="ArgumentException">The text is not a condition, or names a parameter that is not in the space.</exception>
    public static Func<ParameterSet, bool> Parse(string text, ParameterSpace space)
    {
        string? sign = Array.Find(["<=", ">=", "<", ">"], text.Contains);
        string[] sides = sign is null ? [] : text.Split(sign, StringSplitOptions.TrimEntries);
        if (sides.Length != 2)
            throw new ArgumentException($"Where \"{text}\": expected a condition such as \"fast<slow\".");

        Func<ParameterSet, double> left = SideOf(sides[0], text, space), right = SideOf(sides[1], text, space);
        return sign switch
        {
            "<=" => p => left(p) <= right(p),
            ">=" => p => left(p) >= right(p),
            "<" => p => left(p) < right(p),
            _ => p => left(p) > right(p),
        };
    }

    private static Func<ParameterSet, double> SideOf(string side, string text, ParameterSpace space)
    {
        if (double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return _ => number;
        return space.Parameters.Any(p => p.Name == side)
            ? p => p[side].ToDouble()
            : throw new ArgumentException($"Where \"{text}\": there is no parameter '{side}'; there are {string.Join(", ", space.Parameters.Select(p => p.Name))}.");
    }
}
