using System.Text.RegularExpressions;
using TradeBot.Indicators;
using TradeBot.MarketData;
using TradeBot.Testing;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Strategies", "README.md"));

    [Fact]
    public void The_rule_of_the_readme_builds()
    {
        IStrategy rule = Strategy.On("BTCUSDT", Timeframe.FiveMinutes)
            .Long(when: Rsi(14).CrossesAbove(30) & Close > Ema(200))
            .Exit(when: Rsi(14).CrossesBelow(70))
            .Stop(2 * Atr(14)).TakeProfit(4 * Atr(14))
            .Build();

        Assert.Equal([new CandleFeed("BTCUSDT", Timeframe.FiveMinutes)], rule.Feeds);
    }

    [Fact]
    public void The_document_of_the_readme_is_read_and_written()
    {
        DefinedStrategy document = Strategy.Parse("""
            parameters:
              length: 14
            long: rsi(length) crosses above 30 and close > ema(200) on 1h
            exit: rsi(length) crosses below 70
            stop: 2 * atr(14)
            take profit: 4%
            """);
        string yaml = document.ToYaml();              // the same text
        IStrategy slower = document.With(new Dictionary<string, double> { ["length"] = 21 });

        Assert.StartsWith("parameters:\n  length: 14\nlong: rsi(length) crosses above 30", yaml, StringComparison.Ordinal);
        Assert.Contains("length: 21", ((DefinedStrategy)slower).ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_of_the_readme_runs()
    {
        IStrategy strategy = Strategy.Of("three rising closes", () =>
        {
            double before = double.NaN;
            int rising = 0;
            return candle =>
            {
                rising = candle.Close > before ? rising + 1 : 0;
                before = candle.Close;
                return rising >= 3 ? 1 : 0;
            };
        });
        IStrategySession session = strategy.Start([new CandleFeed("BTCUSDT", Timeframe.OneMinute)]);
        var targets = new DrivenTargets(["BTCUSDT"]);
        foreach (double close in new double[] { 10, 11, 12, 13 })
        {
            session.OnCandle(0, new Candle(DateTime.UnixEpoch, close, close, close, close, Volume: 1));
            session.Decide(targets);
        }
        double wanted = targets[0];                   // 1: the third rise in a row

        Assert.Equal(1, wanted);
    }

    [Fact]
    public void The_check_of_the_readme_passes()
    {
        CandleSeries candles = MarketGenerator.Single(400, seed: 1);
        CausalityReport report = CausalityCheck.Run(EmaCross.Rule(12, 26), candles);
        bool isCausal = report.IsCausal;              // every decision replayed without its future and with a different one

        Assert.True(isCausal);
        Assert.Equal(report.Decisions, report.Replayed);
    }

    [Fact]
    public void The_indicator_of_the_readme_takes_part()
    {
        UserIndicators.Register("up_share", a => new UpShare(a.Int(0)), IndicatorParameter.Period(20));
        Series share = Indicator("up_share", 5);      // and up_share(5) in documents and features, up_share in tradebot's lists

        Assert.Equal(1, share.Over(Play.Closes(1, 2, 3, 4, 5, 6))[^1]);
    }

    [Fact]
    public void The_code_of_the_readme_is_the_code_of_these_tests()
    {
        string[] tests = Lines(File.ReadAllText(Repository.PathOf("tests", "TradeBot.Strategies.Tests", "ReadmeTests.cs")));
        MatchCollection blocks = Regex.Matches(Readme, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture);
        Assert.Equal(5, blocks.Count);
        foreach (Match block in blocks)
        {
            string[] code = Lines(block.Groups["code"].Value);
            Assert.Contains(Enumerable.Range(0, tests.Length - code.Length), start => tests.AsSpan(start, code.Length).SequenceEqual(code));
        }
    }

    [Fact]
    public void The_language_of_the_readme_names_every_function()
    {
        Assert.Empty(FunctionTable.All.Where(f => !Readme.Contains($"`{f.Name}`", StringComparison.Ordinal)).Select(f => f.Name));
        Assert.Empty(DocumentKeys.OfRule.Where(k => !Readme.Contains($"`{k}`", StringComparison.Ordinal)).Except(["take profit at"]));
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
}
