namespace TradeBot.Trading;

/// <summary>Known fee schedules.</summary>
public static class Fees
{
    /// <summary>No fees: for demonstrations, not for evaluating a strategy.</summary>
    public static FeeSchedule None { get; } = new(0m, 0m);

    /// <summary>The default of a backtest: maker 2 bp (0.0002) and taker 5.5 bp (0.00055), which large exchanges charge a new account for perpetual contracts.</summary>
    public static FeeSchedule Usual { get; } = new(0.0002m, 0.00055m);

    /// <summary>Bybit's published rates; regions and single symbols may differ.</summary>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>level</term><description>linear: volume from, maker, taker, spot: maker, taker</description></listheader>
    /// <item><term>0</term><description>linear: volume from: 0; maker: 2 bp; taker: 5.5 bp; spot: maker: 10 bp; taker: 10 bp</description></item>
    /// <item><term>1</term><description>linear: volume from: 10 million; maker: 1.8 bp; taker: 4 bp; spot: maker: 6.75 bp; taker: 8 bp</description></item>
    /// <item><term>2</term><description>linear: volume from: 25 million; maker: 1.6 bp; taker: 3.75 bp; spot: maker: 6.5 bp; taker: 7.75 bp</description></item>
    /// <item><term>3</term><description>linear: volume from: 50 million; maker: 1.4 bp; taker: 3.5 bp; spot: maker: 6.25 bp; taker: 7.5 bp</description></item>
    /// <item><term>4</term><description>linear: volume from: 100 million; maker: 1.2 bp; taker: 3.2 bp; spot: maker: 5 bp; taker: 6 bp</description></item>
    /// <item><term>5</term><description>linear: volume from: 250 million; maker: 1 bp; taker: 3.2 bp; spot: maker: 4 bp; taker: 5 bp</description></item>
    /// <item><term>6, "Supreme"</term><description>linear: volume from: 500 million; maker: 0; taker: 3 bp; spot: maker: 3 bp; taker: 4.5 bp</description></item>
    /// </list>
    ///
    /// The exchange updates levels daily at 07:00 UTC, and also grants them for assets held; here a day begins at
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

        /// <summary>Inverse perpetuals and futures without a level: maker 2 bp, taker 5.5 bp, as the exchange charges for all perpetuals and futures, in the base coin.</summary>
        public static FeeSchedule Inverse { get; } = new(0.0002m, 0.00055m);

        /// <summary>Linear perpetuals, the level following the volume of the run.</summary>
        public static FeeSchedule LinearByVolume { get; } = Linear with { Tiers = LinearTiers };

        /// <summary>Spot without a level: maker and taker 10 bp.</summary>
        public static FeeSchedule Spot => SpotLevels[0];

        /// <summary>Linear perpetuals at a fixed level.</summary>
        /// <param name="level">From 0 to 6.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
        public static FeeSchedule LinearVip(int level) => Checked(level) == 0
            ? Linear
            : new FeeSchedule(LinearTiers[level - 1].Maker, LinearTiers[level - 1].Taker);

        /// <summary>Spot at a fixed level.</summary>
        /// <param name="level">From 0 to 6.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
        public static FeeSchedule SpotVip(int level) => SpotLevels[Checked(level)];

        private static int Checked(int level) => level is >= 0 and <= 6
            ? level
            : throw new ArgumentOutOfRangeException(nameof(level), level, "VIP levels go from 0 to 6; 6 is Supreme.");
    }
}
