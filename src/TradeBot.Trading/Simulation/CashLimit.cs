using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Reduces a purchase to what cash pays for, where nothing may be borrowed.</summary>
internal static class CashLimit
{
    /// <summary>The unit to which fees are rounded.</summary>
    public const decimal FeeUnit = 1e-8m;

    /// <summary>Where there is no lot a quantity's step is less than this part of it.</summary>
    private const double NearlyAll = 1e-9;

    /// <summary>The largest part of a quantity that cash pays for with its fee before rounding, in whole lots; less where the fee was rounded up.</summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="quantity">What is wanted; positive.</param>
    /// <param name="price">To be paid.</param>
    /// <param name="rate">Of the fee, as a fraction of value.</param>
    /// <param name="cash">Available cash; nothing can be bought when it is not positive.</param>
    public static decimal Cut(Instrument instrument, decimal quantity, decimal price, decimal rate, decimal cash)
    {
        double wanted = (double)quantity, unit = instrument.UnitValue((double)price), fee = (double)rate, owned = (double)cash;
        if (Pays(wanted * unit, fee, owned) ?? Pays(instrument, quantity, price, rate, cash))
            return quantity;
        if (cash <= 0)
            return 0;

        double estimate = Estimate(owned, unit, fee);
        decimal part = instrument.FloorQuantity(estimate);
        if (estimate > wanted * (1 - NearlyAll) || instrument.HasLot)
            part = Math.Min(part, quantity - instrument.QuantityStep(wanted));
        if (part > 0 && !(Pays((double)part * unit, fee, owned) ?? Pays(instrument, part, price, rate, cash)))
        {
            // The fee was rounded up.
            decimal less = cash > FeeUnit ? instrument.FloorQuantity(Estimate((double)(cash - FeeUnit), unit, fee)) : 0;
            part = Math.Min(less, part - instrument.QuantityStep((double)part));
            if (part > 0 && !Pays(instrument, part, price, rate, cash))
                return 0;
        }

        return part > 0 && part >= instrument.MinQuantity ? part : 0;
    }

    /// <summary>The quantity that cash pays for with its fee, before rounding.</summary>
    /// <param name="cash">Positive.</param>
    /// <param name="unit">Value of one unit.</param>
    /// <param name="rate">Of the fee, as a fraction of value.</param>
    public static double Estimate(double cash, double unit, double rate) => cash / (unit * (1 + rate));

    /// <summary>Whether cash pays for a purchase and its fee by an estimate of both; null where they are too close to decide.</summary>
    /// <param name="value">Of the purchase, without the fee.</param>
    /// <param name="rate">Of the fee, as a fraction of value.</param>
    /// <param name="cash">Available cash.</param>
    public static bool? Pays(double value, double rate, double cash)
    {
        double share = value * (1 + rate) / cash;
        return cash > 0 && Math.Abs(share - 1) > 1e-12 + (double)FeeUnit / cash ? share < 1 : null;
    }

    private static bool Pays(Instrument instrument, decimal quantity, decimal price, decimal rate, decimal cash)
    {
        decimal value = instrument.ValueOf(quantity, price);
        return value + FeeSchedule.Fee(value, rate) <= cash;
    }
}
