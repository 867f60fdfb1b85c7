using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

/// <summary>Expressions by text give the bits that are recorded in <c>rules.hashes</c>, one line each, and strategies the decisions.</summary>
public class RecordedRuleTests
{
    private static readonly IReadOnlyList<CandleSeries> Series = MarketGenerator.Generate(new SyntheticMarketOptions
    {
        Symbols = [new SyntheticSymbol("BTCUSDT", 20_000, 0.6), new SyntheticSymbol("ETHUSDT", 1_500, 0.9)], Seed = 5, Count = 4000,
    });

    [Fact]
    public void Every_expression_has_the_recorded_bits()
    {
        if (!OperatingSystem.IsLinux())
            return; // logarithms have other last bits elsewhere

        string path = Path.Combine(Path.GetDirectoryName(Here())!, "rules.hashes");
        string[] recorded = File.ReadAllLines(path);
        string[] actual = [.. recorded.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Select(text => $"{Of(text)} {text}")];
        Assert.True(recorded.SequenceEqual(actual), string.Join('\n', actual.Except(recorded)));
    }

    private static string Of(string text)
    {
        if (text.StartsWith("library ", StringComparison.Ordinal))
            return Hash(Decisions(StrategyLibrary.Find(text[8..]).Create()));
        if (text.StartsWith("random ", StringComparison.Ordinal))
            return Hash(Decisions(Strategy.Parse(RandomStrategies.Draw(int.Parse(text[7..], null)).ToYaml())));
        return Hash(ExpressionColumn.Of(Read(text), [.. Series]));
    }

    private static Expression Read(string text)
    {
        try
        {
            return ExpressionParser.Condition(text, new Dictionary<string, double>(), new SourcePositions());
        }
        catch (ExpressionFormatException)
        {
            return ExpressionParser.Series(text, new Dictionary<string, double>(), new SourcePositions());
        }
    }

    private static double[] Decisions(DefinedStrategy strategy)
    {
        CandleSeries[] series = strategy.Definition is RotationDefinition || strategy.Definition.On.IsMany ? [.. Series] : [Series[0]];
        IStrategySession session = strategy.Start([.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))]);
        var targets = new DrivenTargets(series.Select(s => s.Symbol));
        List<double> decided = [];
        for (int i = 0; i < series[0].Count; i++)
        {
            for (int feed = 0; feed < series.Length; feed++)
                session.OnCandle(feed, series[feed][i]);
            session.Decide(targets);
            for (int symbol = 0; symbol < series.Length; symbol++)
            {
                ProtectiveLevels levels = targets.LevelsOf(symbol);
                decided.AddRange([targets[symbol], levels.Stop.Value, levels.TakeProfit.Value, levels.TrailingStop.Value]);
            }
        }

        return [.. decided];
    }

    private static string Hash(double[] values)
    {
        double[] quiet = Array.ConvertAll(values, value => double.IsNaN(value) ? double.NaN : value); // the sign of a NaN says nothing
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(quiet.AsSpan())))[..16];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
