namespace TradeBot.Trading;

/// <summary>Known fee schedules.</summary>
public static class Fees
{
    /// <summary>No fee at all: for teaching, never for judging.</summary>
    public static FeeSchedule None { get; } = new(0m, 0m);

    /// <summary>What a run pays when nothing else is said: maker 2 bp (0.0002) and taker 5.5 bp (0.00055), as large exchanges charge a new account for perpetual contracts.</summary>
    public static FeeSchedule Usual { get; } = new(0.0002m, 0.00055m);

    /// <summary>Bybit's published rates; regions and single symbols may differ.</summary>
    /// <remarks>
    /// | level | linear: volume from | maker | taker | spot: maker | taker |
    /// | --- | --- | --- | --- | --- | --- |
    /// | 0 | 0 | 2 bp | 5.5 bp | 10 bp | 10 bp |
    /// | 1 | 10 million | 1.8 bp | 4 bp | 6.75 bp | 8 bp |
    /// | 2 | 25 million | 1.6 bp | 3.75 bp | 6.5 bp | 7.75 bp |
    /// | 3 | 50 million | 1.4 bp | 3.5 bp | 6.25 bp | 7.5 bp |
    /// | 4 | 100 million | 1.2 bp | 3.2 bp | 5 bp | 6 bp |
    /// | 5 | 250 million | 1 bp | 3.2 bp | 4 bp | 5 bp |
    /// | 6, "Supreme" | 500 million | 0 | 3 bp | 3 bp | 4.5 bp |
    ///
    /// The exchange looks at volumes daily at 07:00 UTC, and grants levels for assets held as well; here a day begins at
    /// 00:00 and only volume counts. Source: Bybit help centre, "Trading fee structure", article 000001634.
    /// </remarks>
    public static class Bybit
    {
        private static readonly FeeTier[] LinearTiers =
        [
            new(10_000_000m, 0.00018m, 0.0004m),
            new(25_000_000m, 0.00016m, 0.000375m),
            new(50_000_000m, 0.00014m, 0.00035m),
            new(100_000_000m, 0.00012m, 0.00032m),
            new(250_000_000m, 0.0001m, 0.00032m),
            new(500_000_000m, 0m, 0.0003m),
        ];

        private static readonly FeeSchedule[] SpotLevels =
        [
            new(0.001m, 0.001m), new(0.000675m, 0.0008m), new(0.00065m, 0.000775m), new(0.000625m, 0.00075m),
            new(0.0005m, 0.0006m), new(0.0004m, 0.0005m), new(0.0003m, 0.00045m),
        ];

        /// <summary>Linear perpetuals without a level: maker 2 bp, taker 5.5 bp.</summary>
        public static FeeSchedule Linear { get; } = new(0.0002m, 0.00055m);

        /// <summary>Linear perpetuals, the level following the volume of the run.</summary>
        public static FeeSchedule LinearByVolume { get; } = Linear with { Tiers = LinearTiers };

        /// <summary>Spot without a level: maker and taker 10 bp.</summary>
        public static FeeSchedule Spot => SpotLevels[0];

        /// <summary>Linear perpetuals at a level that the account has for good.</summary>
        /// <param name="level">From 0 to 6.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
        public static FeeSchedule LinearVip(int level) => Checked(level) == 0
            ? Linear
            : new FeeSchedule(LinearTiers[level - 1].Maker, LinearTiers[level - 1].Taker);

        /// <summary>Spot at a level that the account has for good.</summary>
        /// <param name="level">From 0 to 6.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
        public static FeeSchedule SpotVip(int level) => SpotLevels[Checked(level)];

        private static int Checked(int level) => level is >= 0 and <= 6
            ? level
            : throw new ArgumentOutOfRangeException(nameof(level), level, "VIP levels go from 0 to 6; 6 is Supreme.");
    }
}
