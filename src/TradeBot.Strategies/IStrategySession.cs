using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>One run of a strategy: its indicators and memory.</summary>
/// <remarks>
/// The driver calls <see cref="OnCandle"/> for each candle that closes at a moment, then <see cref="Decide"/>
/// once. What is decided can fill no earlier than the next candle's open. When a protective level closed a
/// position in between, the target reads 0 again and <see cref="TargetExposures.ExitOf"/> says which level it was;
/// <see cref="ProtectiveLevels"/> says what a level means. When a target could not be taken, for want of margin or
/// against a limit, the target reads again what is held and <see cref="TargetExposures.RefusalOf"/> says why.
/// </remarks>
public interface IStrategySession
{
    /// <summary>Takes a candle that has just closed.</summary>
    /// <param name="feed">Position of its feed among those of the run.</param>
    /// <param name="candle">The closed candle.</param>
    void OnCandle(int feed, in Candle candle);

    /// <summary>States what to hold, after all candles that closed at this moment.</summary>
    /// <param name="targets">Holds the targets set before; what is not set stays.</param>
    void Decide(TargetExposures targets);
}
