using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <remarks>
/// The methods of this folder stand for the entries of <see cref="IndicatorCatalog"/>, one each; what is not given takes
/// the catalog's default, and what is not accepted is told when the strategy is built.
/// </remarks>
public static partial class Expressions
{
    private static IndicatorSeries Call(string name, params ReadOnlySpan<Argument?> arguments) => new(name, [], Given(name, arguments));

    private static IndicatorSeries Relate(string name, Series[] inputs, params ReadOnlySpan<Argument?> arguments) =>
        new(name, inputs, Given(name, arguments));

    /// <summary>The arguments up to the last that is given, with defaults for those before it that are not.</summary>
    private static Argument[] Given(string name, ReadOnlySpan<Argument?> arguments)
    {
        int count = arguments.Length;
        while (count > 0 && arguments[count - 1] is null)
            count--;

        var given = new Argument[count];
        for (int i = 0; i < count; i++)
            given[i] = arguments[i] ?? IndicatorCatalog.Find(name).Parameters[i].Default;
        return given;
    }
}
