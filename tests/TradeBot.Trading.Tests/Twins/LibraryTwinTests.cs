using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using Xunit.Abstractions;

namespace TradeBot.Trading.Tests;

/// <summary>Every strategy of the library against a plain loop over arrays that knows neither indicators, rules nor the engine.</summary>
public class LibraryTwinTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<string> Three = ["BTCUSDT", "ETHUSDT", "SOLUSDT"];

    private static readonly Lazy<CandleSeries[][]> Markets = new(() =>
    [
        [.. May("BTCUSDT_1m_2023", "ETHUSDT_1m_2023H1", "SOLUSDT_1m_2023H1")],
        [Read("BTCUSDT_15m_2023H1")],
        [Read("ETHUSDT_1h_2023")],
        [Read("BTCUSDT_1h_2023"), Read("ETHUSDT_1h_2023"), Read("SOLUSDT_1h_2023")],
        [Read("ETHUSDT_1d_2023")],
        [.. Same(Read("BTCUSDT_1d_2023-08-15_12-31"), Read("ETHUSDT_1d_2023"), Read("SOLUSDT_1d_2023-08-15_12-31"))],
    ]);

    public static TheoryData<int, string> Names
    {
        get
        {
            var names = new TheoryData<int, string>();
            foreach ((Twin twin, int i) in Twins(Timeframe.OneHour).Select((t, i) => (t, i)))
                names.Add(i, twin.Strategy.Name);
            return names;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void The_plain_loop_has_the_same_fills(int index, string name)
    {
        Repository.Shared("data", "binance-spot");
        int traded = 0;
        foreach (CandleSeries[] market in Markets.Value)
        {
            Twin twin = Twins(market[0].Timeframe).ElementAt(index);
            if (market.Length < twin.Symbols)
                continue;
            CandleSeries[] series = market[..twin.Symbols];
            BacktestResult run = Backtest.Run(series, twin.Strategy, PlainBroker.Conditions);
            PlainCandles[] plain = [.. series.Select(s => new PlainCandles(s))];
            PlainFill[] expected = [.. Ordered(PlainBroker.Run(plain, twin.Loop(plain)))];
            PlainFill[] actual = [.. Ordered(run.Fills.Select(f => new PlainFill(f.Time, f.Symbol, f.Side == OrderSide.Buy, f.Price, f.Quantity)))];

            output.WriteLine($"{name}: {string.Join(", ", series.Select(s => s.Symbol))} {series[0].Timeframe}: {expected.Length} fills");
            for (int i = 0; i < Math.Min(expected.Length, actual.Length); i++)
                Assert.True(expected[i] == actual[i], $"{name}, {series[0].Timeframe}, fill {i}: expected {expected[i]}, got {actual[i]}.");
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(run.Refusals, r => Assert.Matches("It is cut to|the data ends", r.Reason));
            traded += expected.Length > 0 ? 1 : 0;
        }

        Assert.True(traded >= 3, $"{name} traded on {traded} markets.");
    }

    [Fact]
    public void Every_strategy_of_the_library_has_a_twin()
    {
        Twin[] twins = [.. Twins(Timeframe.OneHour)];
        Assert.Empty(StrategyLibrary.All.Select(s => s.Create().Name).Except(twins.Select(t => t.Strategy.Name)));
        Assert.Empty(LibraryClasses().Except(twins.Select(t => t.Class)));
    }

    /// <summary>Classes that make a rule, and strategies that are no rule themselves.</summary>
    private static IEnumerable<Type> LibraryClasses() => typeof(StrategyLibrary).Assembly.GetExportedTypes().Where(t =>
        (t is { IsAbstract: true, IsSealed: true } && t.GetMethod("Rule") is { } rule && typeof(DefinedStrategy).IsAssignableFrom(rule.ReturnType))
        || (t is { IsClass: true, IsAbstract: false } && typeof(IStrategy).IsAssignableFrom(t) && !typeof(DefinedStrategy).IsAssignableFrom(t)));

    private static IEnumerable<Twin> Twins(Timeframe timeframe) =>
    [
        .. AverageTwins.All, .. BandTwins.All, .. BreakoutTwins.All, .. ExposureTwins.All, .. OscillatorTwins.All, .. TrendTwins.All,
        .. PortfolioTwins.All(Three, timeframe),
    ];

    // The fills of one moment, in whichever order their symbols come.
    private static IEnumerable<PlainFill> Ordered(IEnumerable<PlainFill> fills) =>
        fills.OrderBy(f => f.Time).ThenBy(f => f.Symbol, StringComparer.Ordinal);

    private static CandleSeries Read(string name) => CandleCsv.Read(Repository.Shared("data", "binance-spot", name + ".csv.gz"));

    /// <summary>
    /// A month in which no comparison is a tie that the last bit of a sum decides: averages of prices with two decimals are
    /// now and then equal in decimals, and the order of the additions then says which is above.
    /// </summary>
    private static CandleSeries[] May(params string[] names) =>
        Same([.. names.Select(n => Read(n).Between(new DateTime(2023, 5, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 6, 1, 0, 0, 0, DateTimeKind.Utc)))]);

    /// <summary>The stretch that all series have, candle by candle.</summary>
    private static CandleSeries[] Same(params CandleSeries[] series)
    {
        DateTime from = series.Max(s => s.OpenTimeAt(0)), to = series.Min(s => s.CloseTimeAt(s.Count - 1));
        CandleSeries[] cut = [.. series.Select(s => s.Between(from, to))];
        Assert.All(cut, s => Assert.True(s.OpenTimes.SequenceEqual(cut[0].OpenTimes), $"{s.Symbol} has other candles than {cut[0].Symbol}."));
        return cut;
    }
}
