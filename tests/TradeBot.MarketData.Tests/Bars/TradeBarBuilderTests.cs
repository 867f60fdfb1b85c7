using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class TradeBarBuilderTests
{
    private static readonly long Time = UnixTime.FromDateTime(Start);

    // Prices 10, 12, 11, 13, 13 with quantities 1 to 5, a second apart.
    private static readonly MarketTrade[] Trades =
    [
        new(Time, 10, 1, AggressorSide.Buyer), new(Time + 1000, 12, 2, AggressorSide.Buyer), new(Time + 2000, 11, 3, AggressorSide.Seller),
        new(Time + 3000, 13, 4, AggressorSide.Buyer), new(Time + 4000, 13, 5, AggressorSide.Seller),
    ];

    [Fact]
    public void Tick_bars_end_after_a_number_of_trades_and_the_unfinished_one_is_not_shown()
    {
        IReadOnlyList<TradeBar> bars = new TickBars(2).AddAll(Trades);

        // 10·1 + 12·2 = 34; 11·3 + 13·4 = 85, of which sellers took 3 and buyers 4.
        Assert.Equal(
            [
                new TradeBar(Start, Start.AddSeconds(1), 10, 12, 10, 12, 3, 34, 2, 3),
                new TradeBar(Start.AddSeconds(2), Start.AddSeconds(3), 11, 13, 11, 13, 7, 85, 2, 1),
            ],
            bars);
    }

    [Fact]
    public void Volume_bars_end_with_the_trade_that_reaches_the_volume() =>
        Assert.Equal([6, 9], new VolumeBars(5).AddAll(Trades).Select(bar => bar.Volume)); // 1 + 2 + 3, 4 + 5

    [Fact]
    public void Dollar_bars_end_with_the_trade_that_reaches_the_value() =>
        Assert.Equal([67, 52, 65], new DollarBars(50).AddAll(Trades).Select(bar => bar.Turnover)); // 10 + 24 + 33, 52, 65

    [Fact]
    public void Sides_that_are_not_stated_follow_the_tick_rule()
    {
        MarketTrade[] trades = [.. Trades.Select(trade => trade with { Side = AggressorSide.Unknown })];

        // The first counts as a buyer; then up +2, down −3, up +4, unchanged as before +5.
        Assert.Equal(1 + 2 - 3 + 4 + 5, Assert.Single(new TickBars(5).AddAll(trades)).Imbalance);
    }

    [Fact]
    public void Imbalance_bars_end_when_one_side_outweighs_what_was_expected()
    {
        // Four trades warm up: three buyers, one seller, E[b] = 1/2, so E[T]·|E[b]| = 2 at first.
        int[] signs = [1, 1, -1, 1, /* then */ 1, -1, 1, 1];
        MarketTrade[] trades = [.. signs.Select((sign, i) => new MarketTrade(Time + i, 10, 1, sign > 0 ? AggressorSide.Buyer : AggressorSide.Seller))];
        IReadOnlyList<TradeBar> bars = new ImbalanceBars(4, span: 1_000_000).AddAll(trades);

        // +1 −1 +1 +1 = 2 after four more; the averages barely move with so long a span.
        Assert.Equal([4, 4], bars.Select(bar => bar.Trades));
    }

    [Fact]
    public void Imbalance_bars_shorten_when_the_flow_becomes_one_sided()
    {
        var random = new Random(1);
        long time = Time;
        MarketTrade[] Flow(double buyers) => [.. Enumerable.Range(0, 20_000).Select(_ => new MarketTrade(time++, 10, 1 + random.NextDouble(), random.NextDouble() < buyers ? AggressorSide.Buyer : AggressorSide.Seller))];
        var builder = new ImbalanceBars(100, byVolume: true);
        builder.AddAll(Flow(0.55));

        double before = 20_000.0 / builder.AddAll(Flow(0.55)).Count;
        double first = builder.AddAll(Flow(0.95))[0].Trades;
        Assert.True(first < before, $"{first} trades after the change, {before} before");
    }

    [Fact]
    public void Expected_length_never_runs_away()
    {
        var random = new Random(2);
        MarketTrade[] trades = [.. Enumerable.Range(0, 200_000).Select(i => new MarketTrade(Time + i, 10, 1, random.Next(2) == 0 ? AggressorSide.Buyer : AggressorSide.Seller))];
        IReadOnlyList<TradeBar> bars = new ImbalanceBars(50).AddAll(trades);

        Assert.True(bars.Count > 200_000 / 50 / 20, $"{bars.Count} bars");
    }

    [Fact]
    public void One_trade_at_a_time_gives_the_same_bars()
    {
        TradeBarBuilder builder = new VolumeBars(5);
        List<TradeBar> bars = [];
        foreach (MarketTrade trade in Trades)
        {
            if (builder.Add(trade, out TradeBar bar))
                bars.Add(bar);
        }

        Assert.Equal(new VolumeBars(5).AddAll(Trades), bars);
    }

    [Fact]
    public void Trades_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TickBars(1).AddAll([Trades[1], Trades[0]]));
        Assert.Throws<ArgumentException>(() => new TickBars(1).AddAll([Trades[0] with { Price = double.NaN }]));
        Assert.Throws<ArgumentException>(() => new TickBars(1).AddAll([Trades[0] with { Quantity = 0 }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TickBars(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VolumeBars(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DollarBars(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImbalanceBars(1));
    }
}
