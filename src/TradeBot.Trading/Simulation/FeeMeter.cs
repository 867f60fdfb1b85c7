using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Charges fills by the tier that the account has reached; the rules are those of <see cref="FeeSchedule"/>.</summary>
/// <param name="schedule">Rates and tiers.</param>
public sealed class FeeMeter(FeeSchedule schedule)
{
    private const int Days = 30;

    private readonly decimal[] _volumes = new decimal[Days];
    private decimal _trailing, _today;
    private FeeTier _tier = schedule.At(0);
    private long _day = long.MinValue;

    /// <summary>The fee of a fill, which then counts in the volume.</summary>
    /// <param name="notional">Value traded, in quote currency.</param>
    /// <param name="isMaker">Whether the order rested in the book.</param>
    /// <param name="time">When, in milliseconds since 1970-01-01 UTC; not before the fill before.</param>
    /// <returns>In quote currency; negative for a rebate.</returns>
    public decimal Charge(decimal notional, bool isMaker, long time)
    {
        decimal rate = RateAt(isMaker, time);
        if (schedule.Tiers.Count > 0)
            _today += notional;
        return FeeSchedule.Fee(notional, rate);
    }

    /// <summary>The rate of a fill, which does not count yet.</summary>
    /// <param name="isMaker">Whether the order rested in the book.</param>
    /// <param name="time">When, in milliseconds since 1970-01-01 UTC; not before the fill before.</param>
    /// <returns>Fraction of notional; negative for a rebate.</returns>
    public decimal RateAt(bool isMaker, long time)
    {
        if (schedule.Tiers.Count > 0 && time / UnixTime.MillisecondsPerDay != _day)
            Begin(time / UnixTime.MillisecondsPerDay);
        return isMaker ? _tier.Maker : _tier.Taker;
    }

    private void Begin(long day)
    {
        long passed = _day == long.MinValue ? 0 : Math.Min(day - _day, Days + 1);
        for (long i = 0; i < passed; i++)
        {
            // The slot of the day that ends holds the one that has just left the window.
            ref decimal slot = ref _volumes[(_day + i) % Days];
            _trailing += _today - slot;
            (slot, _today) = (_today, 0);
        }

        _day = day;
        _tier = schedule.At(_trailing);
    }
}
