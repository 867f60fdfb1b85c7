using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <remarks>
/// One method for each entry of <see cref="IndicatorCatalog"/>; omitted arguments take
/// the catalog's default, and invalid arguments are reported when the strategy is built.
/// </remarks>
public static partial class Expressions
{
    private static IndicatorSeries Call(string name, params ReadOnlySpan<Argument?> arguments) => new(name, [], Given(name, arguments));

    private static IndicatorSeries Relate(string name, Series[] inputs, params ReadOnlySpan<Argument?> arguments) =>
        new(name, inputs, Given(name, arguments));

    /// <summary>The arguments up to the last one given, with defaults for omitted ones before it.</summary>
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
