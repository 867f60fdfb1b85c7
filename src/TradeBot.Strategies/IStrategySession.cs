using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>One run of a strategy: its indicators and state.</summary>
/// <remarks>
/// The driver calls <see cref="OnCandle"/> for each candle that closes at a moment, then <see cref="Decide"/>
/// once. A decision fills at the next candle's open at the earliest. When a protective level closed a
/// position in between, the target is 0 again and <see cref="TargetExposures.ExitOf"/> says which level it was;
/// <see cref="ProtectiveLevels"/> defines the levels. When a target was refused because there was not enough margin or
/// it exceeded a limit, the target is again what is held and <see cref="TargetExposures.RefusalOf"/> says why.
/// </remarks>
public interface IStrategySession
{
    /// <summary>Receives a candle that has just closed.</summary>
    /// <param name="feed">Index of its feed in the run.</param>
    /// <param name="candle">The closed candle.</param>
    void OnCandle(int feed, in Candle candle);

    /// <summary>Sets the targets, after all candles that closed at this time.</summary>
    /// <param name="targets">The current targets; those not set stay unchanged.</param>
    void Decide(TargetExposures targets);
}
