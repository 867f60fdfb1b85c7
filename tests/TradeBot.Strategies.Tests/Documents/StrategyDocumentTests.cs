using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class StrategyDocumentTests
{
    private const string Full = """
        name: Everything at once
        source: Made up, 2024
        symbols: [BTCUSDT, BTC-PERP]
        timeframe: 5m
        parameters:
          fast: 12
          share: 0.25
        long:
          when: ema(fast) crosses above ema(26) and close > ema(200) on 1h
          size: share
        short: (close < lowest(low, 20)[1] or not rising(close, 3)) and time_between(09:30, 16:00)
        exit: within(rsi(14) > 70, 3)
        exit long: close < open
        exit short: close > open
        stop: 2 * atr(14)
        take profit: 4.5%
        trailing stop: 3 * atr(14)
        time stop: fast
        cooldown: 6
        pyramid:
          when: close > close[1]
          size: 0.25
          times: 2

        """;

    public static TheoryData<string> Documents =>
    [
        Full,
        "long: close > sma(200)\nexit: close < sma(200)\n",
        "symbol: BTCUSDT\ntimeframe: 1d\nlong: close > 0\nstop at: lowest(low, 20)\ntake profit at: highest(high, 20)\n",
        "symbols: every\ntarget: 0.15 / stddev(20)\n",
        "target:\n  exposure: clamp(change_rate(close, 20), -1, 1)\n  when: new_day()\n  tolerance: 0.1\n",
        "name: 'Rotation: of three'\nsymbols: [A, B, C]\ntimeframe: 1h\nrotate:\n  score: change_rate(close, 24)\n  top: 1\n  bottom: 1\n  when: every(24)\n  filter: close > sma(50)\n",
        "symbol: A\ntimeframe: 1d\nlong:\n  when: zscore(log(close / close on B), 60) < -2\n  size: 0.5\nexit long: zscore(log(close / close on B), 60) > -0.5\nhedge: B\n",
        "symbols: every\nrotate:\n  score: rsi(14)\n  top: 2\n",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_and_written_without_a_change(string yaml)
    {
        Assert.Equal(yaml, Strategy.Parse(yaml).ToYaml());
    }

    [Fact]
    public void A_document_is_the_same_strategy_as_the_builder_makes()
    {
        RuleStrategy built = Strategy.On("BTCUSDT", Timeframe.FiveMinutes).Named("RSI pullback")
            .Long(Rsi(14).CrossesAbove(30) & Close > Ema(200), 0.5).Exit(Rsi(14).CrossesBelow(70))
            .Stop(2 * Atr(14)).TakeProfit(Percent(4)).TimeStop(48)
            .Build();
        Assert.Equal(built.Definition with { Parameters = [] }, ((RuleStrategy)Strategy.Parse(built.ToYaml())).Definition with { Parameters = [] });
    }

    [Fact]
    public void What_is_drawn_at_random_survives_the_round_trip()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RuleStrategy strategy = RandomStrategies.Draw(seed);
            string yaml = strategy.ToYaml();
            var read = (RuleStrategy)Strategy.Parse(yaml);
            Assert.Equal(yaml, read.ToYaml());
            Assert.Equal(strategy.Definition with { Parameters = [] }, read.Definition with { Parameters = [] });
        }
    }

    [Fact]
    public void Every_fault_is_reported_with_line_and_column()
    {
        const string Yaml = """
            nmae: Wrong
            symbol: BTCUSDT
            timeframe: 7x
            parameters:
              fast: many
              unused: 3
            long:
              when: emma(fast) > 1 and
                rsi(0) > 30
              sise: 1
            exit: close >
            stop: -2
            time stop: 1.5
            """;

        string[] faults = [.. Strategy.Validate(Yaml).Select(f => f.ToString())];

        Assert.Equal(
            [
                "line 1, column 1, nmae: is not a known key here; the nearest is 'name', and the accepted keys are name, source, symbol, symbols, timeframe, parameters, constraints, long, short, exit, exit long, exit short, stop, stop at, take profit, take profit at, trailing stop, partial targets, break even, time stop, cooldown, pyramid, target, hedge, rotate",
                "line 3, column 12, timeframe: '7x' is not a timeframe; accepted is a whole number of m (minutes), h, d, w or M (months), such as 5m, 8h, 1d, 2w or 1M",
                "line 5, column 9, parameters fast: must be a number, got 'many'",
                "line 6, column 11, parameter unused: is never used",
                "line 8, column 9, long when: unknown name 'emma'; the nearest is 'ema'",
                "line 9, column 5, long when: RSI(0): period must be a whole number in [1, 100000], got 0",
                "line 10, column 3, long sise: is not a known key here; the nearest is 'size', and the accepted keys are when, size",
                "line 11, column 14, exit when: expected a value, got the end",
                "line 12, column 7, stop: must be above 0, got -2",
                "line 13, column 12, time stop: must be a whole number of candles in [1, 1000000], got 1.5",
            ],
            faults);
    }

    [Theory]
    [InlineData("long: |\n  close > 1 and\n  emma(2) > 1\n", 3, 3)]
    [InlineData("long: >-\n  close > 1 and\n    emma(2) > 1\n", 3, 5)]
    [InlineData("long: \"close > 1 and emma(2) > 1\"\n", 1, 22)]
    [InlineData("long: 'close > 1 and emma(2) > 1'\n", 1, 22)]
    [InlineData("{ long: close > 1 and emma(2) > 1 }\n", 1, 23)]
    public void The_place_is_found_in_each_style_of_YAML(string yaml, int line, int column)
    {
        StrategyFault fault = Assert.Single(Strategy.Validate(yaml));
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("", 1, "must be one mapping")]
    [InlineData("long: close > 1\nlong: close > 2\n", 2, "Duplicate")]
    [InlineData("long: [close\n", 2, "did not find expected")]
    [InlineData("- long\n", 1, "must be one mapping")]
    public void What_is_not_a_document_is_one_fault(string yaml, int line, string message)
    {
        StrategyFault fault = Assert.Single(Strategy.Validate(yaml));
        Assert.Equal(line, fault.Line);
        Assert.Contains(message, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Parameters_of_a_document_can_be_given_other_values()
    {
        DefinedStrategy strategy = Strategy.Parse(Full, new Dictionary<string, double> { ["fast"] = 20 });
        Assert.Equal(Full.Replace("fast: 12", "fast: 20", StringComparison.Ordinal), strategy.ToYaml());
        Assert.Throws<ArgumentException>(() => Strategy.Parse(Full, new Dictionary<string, double> { ["fsat"] = 20 }));
    }

    [Fact]
    public void Faults_of_a_file_name_the_file()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "wrong.yaml");
        File.WriteAllText(path, "long: emma(2) > 1\n");
        var error = Assert.Throws<StrategyException>(() => Strategy.Load(path));
        Assert.StartsWith($"{path} has 1 fault:\n  line 1, column 7, long when: unknown name 'emma'", error.Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
