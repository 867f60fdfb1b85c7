using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The decimals of prices and quantities with which a sweep can calculate in integers.</summary>
/// <param name="Price">Of a price.</param>
/// <param name="Quantity">Of a quantity.</param>
internal readonly record struct SweepScale(int Price, int Quantity)
{
    public const int MaxQuantityDecimals = 18;

    /// <summary>With the 8 decimals of a tick a price of this size is still exact in double, and its value with any quantity in 128 bits.</summary>
    private const double LargestPrice = 9e7;

    /// <summary>A price of 15 digits, a quantity that double holds to the last unit and this range between prices stay within 128 bits.</summary>
    private const double LargestRange = 1e4;

    /// <summary>Where there is no lot, a trial begins with room for quantities so much smaller than what the cash buys at the highest price.</summary>
    private const double Smaller = 100;

    /// <summary>Of a price and a quantity together.</summary>
    public const int MaxDecimals = 34;

    /// <summary>The decimals for an instrument; null where the numbers would not fit.</summary>
    /// <param name="instrument">Spot or linear.</param>
    /// <param name="options">Conditions, with a sizing by fraction.</param>
    /// <param name="lowest">The lowest price of all; positive.</param>
    /// <param name="highest">The highest price of all.</param>
    public static SweepScale? Of(Instrument instrument, BacktestOptions options, double lowest, double highest)
    {
        double sold = lowest - options.Slippage.DistanceFor(0, lowest, double.NaN, double.NaN), quantity = ((FractionSizing)options.Sizing).Fraction * (double)options.Cash / highest / Smaller;
        int prices = instrument.HasTick ? instrument.TickSize.Scale : sold > 0 ? Instrument.PriceDecimals(sold) : int.MaxValue;
        int quantities = instrument.HasLot ? instrument.LotSize.Scale : Math.Max(0, Instrument.QuantityDecimals(quantity));
        bool pricesFit = instrument.HasTick
            ? prices <= SweepTerms.MaxDecimals && highest < LargestPrice
            : sold >= Instrument.SmallestPrice && highest / lowest <= LargestRange && highest < 1e15;
        bool quantitiesFit = quantities <= (instrument.HasLot ? SweepTerms.MaxDecimals : MaxQuantityDecimals);
        return pricesFit && quantitiesFit && prices + quantities <= MaxDecimals ? new SweepScale(prices, quantities) : null;
    }
}
