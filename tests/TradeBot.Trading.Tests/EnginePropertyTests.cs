using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Properties of the engine that need more than one look at a run, or more than one run.</summary>
public class EnginePropertyTests
{
    private const int Runs = 300;

    [Fact]
    public void Equity_is_cash_and_position_value_at_every_close()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            var seen = new List<double>();
            BacktestResult run = RandomRuns.RunAlgorithm(seed, (algorithm, kind) => new Observed(algorithm, (desk, close) =>
            {
                double quantity = (double)desk.Position("TEST");
                seen.Add((double)desk.Cash + (kind == InstrumentKind.Inverse ? -quantity * 100 / close : quantity * close));
            }));
            IEnumerable<double> recorded = run.Equity.Values.ToArray();
            if (run.Options.AtEnd != EndOfRun.KeepOpen)
                recorded = recorded.SkipLast(1); // the last one is taken after everything was closed
            Assert.All(recorded.Zip(seen), pair => Assert.Equal(pair.Second, pair.First, 1e-9 * (1 + Math.Abs(pair.Second))));
        }
    }

    [Fact]
    public void Nothing_fills_before_its_order_has_arrived()
    {
        var latency = TimeSpan.FromSeconds(90);
        for (int seed = 0; seed < Runs; seed++)
        {
            BacktestResult run = RandomRuns.Run(seed, options => options with { Latency = Latency.Fixed(latency) });
            foreach (Fill fill in run.Fills)
            {
                // Exits of a bracket, levels and liquidations wait on the exchange; what closes a run is its end.
                Order order = run.Orders[(int)fill.Order - 1];
                if (!order.ReduceOnly && fill.Time < run.Series[0].CloseTimeAt(run.Series[0].Count - 1))
                    Assert.True(fill.Time >= order.CreatedAt + latency, $"seed {seed}: order {order.Id}");
            }
        }
    }

    [Fact]
    public void At_fixed_sizes_more_fees_never_raise_equity()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            // So much cash that no order is refused and nothing is liquidated.
            BacktestResult With(decimal maker, decimal taker) => RandomRuns.RunAlgorithm(seed, change: options => options with
            {
                Cash = 1_000_000_000m, Fees = new FeeSchedule(maker, taker), Risk = new RiskPolicy(), Margin = Margin.Default,
            });
            BacktestResult cheap = With(0.0001m, 0.0002m), dear = With(0.0003m, 0.0007m);
            Assert.Equal(cheap.Fills.Select(f => (f.Time, f.Price, f.Quantity)), dear.Fills.Select(f => (f.Time, f.Price, f.Quantity)));
            Assert.All(cheap.Equity.Values.ToArray().Zip(dear.Equity.Values.ToArray()), pair => Assert.True(pair.Second <= pair.First, $"seed {seed}"));
        }
    }

    [Fact]
    public void Each_ambiguous_exit_is_no_better_when_pessimistic_and_no_worse_when_optimistic()
    {
        int ambiguous = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            foreach (IntrabarPath path in Enum.GetValues<IntrabarPath>())
            {
                BacktestResult run = RandomRuns.Run(seed, options => options with { Path = path });
                foreach (AmbiguousExit exit in run.Ambiguity.Exits)
                {
                    ambiguous++;

                    // An exit sells a long and buys back a short; of a long's two prices the lower is the worse.
                    bool sells = exit.Pessimistic < exit.Optimistic;
                    Assert.True(sells ? exit.Pessimistic <= exit.Chosen && exit.Chosen <= exit.Optimistic : exit.Pessimistic >= exit.Chosen && exit.Chosen >= exit.Optimistic, $"seed {seed}");
                }
            }
        }

        Assert.True(ambiguous > 50, $"only {ambiguous} ambiguous exits");
    }

    [Fact]
    public void Renaming_and_reordering_symbols_changes_nothing()
    {
        string[] names = ["A", "B", "C", "D"], others = ["Z", "K", "M", "B"];
        int[] order = [2, 0, 3, 1];
        for (int seed = 0; seed < 40; seed++)
        {
            CandleSeries[] series = [.. names.Select((n, i) => Market.Named(MarketGenerator.Single(400, 10 * seed + i), n))];
            CandleSeries[] changed = [.. order.Select(i => Market.Named(series[i], others[i]))];
            BacktestResult one = Backtest.Run(series, new Spread(names), Conditions(names));
            BacktestResult two = Backtest.Run(changed, new Spread(others), Conditions(others));
            foreach ((string name, string other) in names.Zip(others))
            {
                Assert.Equal(
                    one.Fills.Where(f => f.Symbol == name).Select(f => (f.Time, f.Side, f.Quantity, f.Price, f.Fee)),
                    two.Fills.Where(f => f.Symbol == other).Select(f => (f.Time, f.Side, f.Quantity, f.Price, f.Fee)));
            }

            Assert.NotEmpty(one.Fills);
            Assert.Equal(one.FinalCash, two.FinalCash);
            Assert.All(one.Equity.Values.ToArray().Zip(two.Equity.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * pair.First));
        }
    }

    private static BacktestOptions Conditions(string[] names) => new()
    {
        Instruments = names.ToDictionary(n => n, n => new Instrument(n, InstrumentKind.Linear, 0.01m, 0.001m)),
    };

    /// <summary>Each symbol by itself: a fifth of equity long or short by its last move, in the order of its own name.</summary>
    private sealed class Spread(string[] names) : IStrategy
    {
        public string Name => "Spread";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session([.. feeds.Select(f => Array.IndexOf(names, f.Symbol))]);

        private sealed class Session(int[] identities) : IStrategySession
        {
            private readonly double[] _last = new double[identities.Length];
            private readonly double[] _wanted = new double[identities.Length];
            private int _moment;

            public void OnCandle(int feed, in Candle candle)
            {
                if (_moment % 7 == identities[feed])
                    _wanted[feed] = candle.Close > _last[feed] ? 0.2 : -0.2;
                _last[feed] = candle.Close;
            }

            public void Decide(TargetExposures targets)
            {
                _moment++;
                for (int i = 0; i < _wanted.Length; i++)
                {
                    targets[i] = _wanted[i];
                    if (_wanted[i] != 0)
                        targets.Protect(i, new ProtectiveLevels(ProtectiveLevel.Fraction(0.002)));
                }
            }
        }
    }

    /// <summary>Looks at the account whenever another algorithm decides.</summary>
    private sealed class Observed(IOrderAlgorithm algorithm, Action<IOrderDesk, double> look) : IOrderAlgorithm
    {
        public string Name => algorithm.Name;

        public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(algorithm.Start(feeds), look);

        private sealed class Session(IOrderAlgorithmSession session, Action<IOrderDesk, double> look) : IOrderAlgorithmSession
        {
            private double _close;

            public void OnCandle(int feed, in Candle candle)
            {
                _close = candle.Close;
                session.OnCandle(feed, candle);
            }

            public void Decide(IOrderDesk desk)
            {
                look(desk, _close);
                session.Decide(desk);
            }

            public void OnFill(in Fill fill, Order order, IOrderDesk desk) => session.OnFill(fill, order, desk);
        }
    }
}
