using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Random candles under a random algorithm, or a random guarded strategy, and random conditions; the seed decides all.</summary>
internal static class RandomRuns
{
    public static BacktestResult Run(int seed, Func<BacktestOptions, BacktestOptions>? change = null)
    {
        var random = new Random(seed);
        CandleSeries candles = Candles(random);
        BacktestOptions options = Options(random, candles);
        options = change?.Invoke(options) ?? options;
        return random.Next(2) == 0
            ? Backtest.Run(candles, Algorithm(seed), options)
            : Backtest.Run(candles, Strategy(seed), options);
    }

    /// <summary>A run of the algorithm of a seed, whatever the seed would have run.</summary>
    public static BacktestResult RunAlgorithm(
        int seed, Func<IOrderAlgorithm, InstrumentKind, IOrderAlgorithm>? wrap = null, Func<BacktestOptions, BacktestOptions>? change = null)
    {
        var random = new Random(seed);
        CandleSeries candles = Candles(random);
        BacktestOptions options = Options(random, candles);
        options = change?.Invoke(options) ?? options;
        IOrderAlgorithm algorithm = Algorithm(seed);
        return Backtest.Run(candles, wrap?.Invoke(algorithm, options.Instruments["TEST"].Kind) ?? algorithm, options);
    }

    private static CandleSeries Candles(Random random)
    {
        int count = random.Next(5, 120);
        double price = 100;
        long time = UnixTime.FromDateTime(Market.Start);
        var times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        bool[] synthetic = new bool[count];
        for (int i = 0; i < count; i++)
        {
            times[i] = time += 60_000 * (random.Next(15) == 0 ? random.Next(2, 30) : 1);
            open[i] = Math.Round(price * (1 + 0.01 * (random.NextDouble() - 0.5)), 2);
            close[i] = Math.Round(open[i] * (1 + 0.04 * (random.NextDouble() - 0.5)), 2);
            high[i] = Math.Round(Math.Max(open[i], close[i]) * (1 + 0.02 * random.NextDouble()), 2);
            low[i] = Math.Round(Math.Min(open[i], close[i]) * (1 - 0.02 * random.NextDouble()), 2);
            volume[i] = random.Next(0, 200);
            synthetic[i] = random.Next(25) == 0;
            price = close[i];
        }

        return new CandleSeries("TEST", Timeframe.OneMinute, times, open, high, low, close, volume, synthetic: synthetic);
    }

    private static BacktestOptions Options(Random random, CandleSeries candles)
    {
        InstrumentKind kind = (InstrumentKind)random.Next(3);
        double leverage = random.Next(2) == 0 ? 1 : 1 + 60 * random.NextDouble();
        BacktestOptions models = Models(random, candles);
        return models with
        {
            Cash = kind == InstrumentKind.Inverse ? 100m : 10_000m,
            Instruments = new Dictionary<string, Instrument>
            {
                ["TEST"] = new("TEST", kind, 0.01m, 0.1m, MinNotional: random.Next(0, 10), ContractValue: kind == InstrumentKind.Inverse ? 100m : 1m),
            },
            Borrow = kind == InstrumentKind.Spot && random.Next(2) == 0
                ? new Dictionary<string, BorrowRate> { ["TEST"] = BorrowRate.PerHour(random.Next(0, 20) / 10_000m) }
                : new Dictionary<string, BorrowRate>(),
            Margin = new Margin
            {
                Leverage = leverage,
                Brackets = [new(0, 0.005 + 0.02 * random.NextDouble(), 100), new(kind == InstrumentKind.Inverse ? 500 : 50_000, 0.03, 50)],
                LiquidationFee = random.Next(0, 10) / 1000m,
                Mode = random.Next(3) == 0 ? MarginMode.Isolated : MarginMode.Cross,
                Stepwise = random.Next(3) == 0,
            },
            Sizing = leverage > 1 ? Sizing.FractionOfEquity(leverage * random.NextDouble()) : models.Sizing,
            Risk = random.Next(3) == 0 ? models.Risk : models.Risk with { MaxGrossExposure = leverage },
        };
    }

    private static BacktestOptions Models(Random random, CandleSeries candles) => new()
    {
        Fees = new FeeSchedule(random.Next(-1, 5) / 10_000m, random.Next(0, 20) / 10_000m),
        Slippage = random.Next(4) switch
        {
            0 => Slippage.Bps(random.Next(20)),
            1 => Slippage.Spread(random.NextDouble() / 10),
            2 => Slippage.VolumeShare(random.NextDouble() / 10),
            _ => Slippage.SquareRootImpact(random.NextDouble()),
        },
        Path = (IntrabarPath)random.Next(3),
        Latency = random.Next(3) == 0 ? Latency.Uniform(TimeSpan.Zero, TimeSpan.FromSeconds(90), random.Next()) : Latency.None,
        Participation = random.Next(3) == 0 ? random.NextDouble() : double.PositiveInfinity,
        AtEnd = (EndOfRun)random.Next(3),
        SizedAt = (SizingMoment)random.Next(2),
        Funding = new Dictionary<string, IReadOnlyList<FundingRate>>
        {
            ["TEST"] = [.. Enumerable.Range(0, 5).Select(_ => new FundingRate(candles.OpenTimeAt(random.Next(candles.Count)), random.Next(-20, 20) / 10_000m))],
        },
        Sizing = random.Next(8) switch
        {
            0 => Sizing.FixedQuantity(random.Next(1, 200)),
            1 => Sizing.FixedNotional(random.Next(10, 20_000)),
            2 => Sizing.FractionOfEquity(random.NextDouble()),
            3 => Sizing.VolatilityTarget(random.NextDouble() * 20, lookback: random.Next(2, 30)),
            4 => Sizing.RiskPerTrade(random.NextDouble() / 50),
            5 => Sizing.Kelly(trades: random.Next(2, 10), probe: random.NextDouble()),
            6 => Sizing.EqualWeight(),
            _ => Sizing.Exposure,
        },
        Risk = random.Next(4) switch
        {
            0 => new RiskPolicy { MaxDrawdown = random.NextDouble() / 5, AtMaxDrawdown = (KillSwitch)random.Next(2), MaxOrderValue = random.Next(100, 20_000) },
            1 => new RiskPolicy { MaxDailyLoss = random.NextDouble() / 10, MaxConcentration = random.NextDouble(), MaxNetExposure = random.NextDouble() },
            2 => new RiskPolicy { MaxGrossExposure = 3 * random.NextDouble(), MaxLeverage = 2, Correlation = new CorrelationCap(random.NextDouble(), Lookback: 5) },
            _ => new RiskPolicy(),
        },
    };

    private static IStrategy Strategy(int seed)
    {
        var random = new Random(seed);
        double[] targets = [.. Enumerable.Range(0, 150).Select(_ => random.Next(3) == 0 ? Math.Round(random.NextDouble() * 2 - 1, 1) : double.NaN)];
        var levels = new ProtectiveLevels(
            random.Next(2) == 0 ? ProtectiveLevel.Fraction(0.001 + 0.03 * random.NextDouble()) : default,
            random.Next(2) == 0 ? ProtectiveLevel.Distance(0.1 + 3 * random.NextDouble()) : default,
            random.Next(2) == 0 ? ProtectiveLevel.Fraction(0.001 + 0.03 * random.NextDouble()) : default);
        return Market.Deciding((moment, exposures) =>
        {
            if (!double.IsNaN(targets[moment]))
                exposures[0] = targets[moment];
            if (exposures[0] != 0)
                exposures.Protect(0, levels);
        });
    }

    private static IOrderAlgorithm Algorithm(int seed) => new Rolling(seed);

    /// <summary>Gives a random order in every third candle, and amends or cancels now and then.</summary>
    private sealed class Rolling(int seed) : IOrderAlgorithm
    {
        public string Name => "Random orders";

        public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(new Random(seed));

        private sealed class Session(Random random) : IOrderAlgorithmSession
        {
            private double _close;

            public void OnCandle(int feed, in Candle candle) => _close = candle.Close;

            public void Decide(IOrderDesk desk)
            {
                IReadOnlyList<Order> working = desk.Working("TEST");
                switch (random.Next(9))
                {
                    case < 3:
                        desk.Submit(Any());
                        break;
                    case 3:
                        desk.SubmitOneCancelsOther(Any(), Any());
                        break;
                    case 4:
                        OrderSide side = (OrderSide)random.Next(2);
                        decimal quantity = Quantity();
                        desk.SubmitBracket(
                            OrderRequest.Market("TEST", side, quantity),
                            OrderRequest.Stop("TEST", 1 - side, quantity, Price(side == OrderSide.Buy ? -1 : 1)),
                            OrderRequest.Limit("TEST", 1 - side, quantity, Price(side == OrderSide.Buy ? 1 : -1)));
                        break;
                    case 5 when working.Count > 0:
                        desk.Amend(working[random.Next(working.Count)], quantity: Quantity());
                        break;
                    case 6 when working.Count > 0:
                        desk.Cancel(working[random.Next(working.Count)]);
                        break;
                }
            }

            public void OnFill(in Fill fill, Order order, IOrderDesk desk)
            {
                if (random.Next(10) == 0)
                    desk.Submit(Any());
            }

            private OrderRequest Any()
            {
                OrderSide side = (OrderSide)random.Next(2);
                OrderRequest request = random.Next(6) switch
                {
                    0 => OrderRequest.Limit("TEST", side, Quantity(), Price()) with { PostOnly = random.Next(2) == 0 },
                    1 => OrderRequest.Stop("TEST", side, Quantity(), Price()),
                    2 => OrderRequest.StopLimit("TEST", side, Quantity(), Price(), Price()),
                    3 => OrderRequest.TakeProfit("TEST", side, Quantity(), Price()),
                    4 => OrderRequest.TrailingStop("TEST", side, Quantity(), Trail.Fraction(0.001 + 0.02 * random.NextDouble())),
                    _ => OrderRequest.Market("TEST", side, Quantity()),
                };
                return request with
                {
                    ReduceOnly = random.Next(4) == 0,
                    TimeInForce = request.PostOnly ? TimeInForce.GoodTillCancelled : (TimeInForce)random.Next(4),
                    GoodTill = Market.Start.AddMinutes(random.Next(1, 200)),
                };
            }

            private decimal Quantity() => random.Next(4) == 0 ? random.Next(1, 15_000) / 10m : random.Next(1, 200) / 10m;

            private decimal Price(int direction = 0) => Math.Round(
                (decimal)_close * (1 + (direction == 0 ? (random.Next(2) * 2 - 1) : direction) * 0.03m * (decimal)random.NextDouble()), 2);
        }
    }
}
