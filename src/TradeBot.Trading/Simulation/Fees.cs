namespace TradeBot.Trading;

/// <summary>Known fee schedules.</summary>
public static class Fees
{
    /// <summary>No fee at all: for teaching, never for judging.</summary>
    public static FeeSchedule None { get; } = new(0m, 0m);

    /// <summary>Bybit's published base rates, without VIP tiers.</summary>
    public static class Bybit
    {
        /// <summary>Linear perpetuals: maker 2 bp, taker 5.5 bp.</summary>
        public static FeeSchedule Linear { get; } = new(0.0002m, 0.00055m);

        /// <summary>Spot: maker and taker 10 bp.</summary>
        public static FeeSchedule Spot { get; } = new(0.001m, 0.001m);
    }
}
