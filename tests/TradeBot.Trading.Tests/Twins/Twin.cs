using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>A strategy of the library, and the plain loop that trades as it does.</summary>
/// <param name="Class">The strategy's class in the library.</param>
/// <param name="Strategy">With the parameters that the loop has.</param>
/// <param name="Loop">The decisions over the candles of the run's symbols.</param>
internal sealed record Twin(Type Class, IStrategy Strategy, Func<PlainCandles[], PlainDecision> Loop)
{
    /// <summary>How many symbols it trades.</summary>
    public int Symbols { get; init; } = 1;

    /// <summary>A twin that enters and leaves one symbol.</summary>
    public static Twin Of(Type type, IStrategy strategy, Func<PlainCandles, PlainRule> rule) => new(type, strategy, series => rule(series[0]).Decide);
}
