namespace TradeBot.Strategies.Tests;

public class ParameterBindingTests
{
    private static Dictionary<string, double> Values(params (string Name, double Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);

    [Fact]
    public void Bound_parameters_are_in_the_name_of_a_library_rule()
    {
        DefinedStrategy bound = StrategyLibrary.Find("ema-cross").Create().With(Values(("fast", 10), ("slow", 30)));

        Assert.Equal("EMA cross 10/30", bound.Name);
        Assert.Equal(EmaCross.Rule(10, 30).Name, bound.Name);
        Assert.Equal(bound.Name, Strategy.Parse(bound.ToYaml()).Name);
    }

    [Fact]
    public void Every_parameter_of_every_library_rule_changes_its_name()
    {
        foreach (LibraryStrategy entry in StrategyLibrary.All)
        {
            DefinedStrategy usual = entry.Create();
            foreach ((string name, double value) in usual.Parameters)
                Assert.NotEqual(usual.Name, usual.With(Values((name, Near(usual, name, value)))).Name);
        }
    }

    [Theory]
    [InlineData("ema-cross", "fast", 50, "slow", 10)]
    [InlineData("macd-cross", "fast", 26, "slow", 12)]
    [InlineData("rsi-reversion", "oversold", 70, "overbought", 30)]
    [InlineData("turtle-breakout", "entry", 10, "exit_candles", 20)]
    [InlineData("ichimoku-cloud", "conversion", 30, "baseline", 26)]
    [InlineData("parabolic-reversal", "step", 0.3, "limit", 0.2)]
    [InlineData("connors-rsi-pullback", "exit_period", 300, "trend", 200)]
    public void Values_that_contradict_each_other_are_refused_by_name_and_value(string strategy, string first, double a, string second, double b)
    {
        Dictionary<string, double> values = Values((first, a), (second, b));
        DefinedStrategy rule = StrategyLibrary.Find(strategy).Create();
        string message = Assert.Throws<StrategyException>(() => rule.With(values)).Message;

        Assert.False(rule.Accepts(values));
        Assert.Contains(FormattableString.Invariant($"{first} is {a}"), message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{second} is {b}"), message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_declares_constraints_and_keeps_them_through_its_text()
    {
        DefinedStrategy rule = Strategy.Parse("""
            name: Dip {length}
            parameters:
              length: 14
              level: 30
              exit_level: 60
            constraints: [level < exit_level, length >= 2]
            long: rsi(length) < level
            exit: rsi(length) > exit_level
            """);

        Assert.Equal("Dip 14 (level=30, exit_level=60)", rule.Name);
        Assert.Equal(rule.ToYaml(), Strategy.Parse(rule.ToYaml()).ToYaml());
        Assert.Contains("level < exit_level is violated: level is 70, exit_level is 60", Assert.Throws<StrategyException>(() => rule.With(Values(("level", 70)))).Message, StringComparison.Ordinal);
        Assert.Contains("length >= 2 is violated: length is 1", Assert.Throws<StrategyException>(() => Strategy.Parse(rule.ToYaml(), Values(("length", 1)))).Message, StringComparison.Ordinal);
        Assert.Equal("Dip 21 (level=30, exit_level=60)", rule.With(Values(("length", 21))).Name);
    }

    [Theory]
    [InlineData("close > fast", "'close' is neither")]
    [InlineData("fast < slwo", "unknown name 'slwo'")]
    [InlineData("fast crosses above slow", "is neither")]
    [InlineData("fast < ", "expected a value")]
    public void A_constraint_that_is_none_is_reported_with_its_place(string constraint, string message)
    {
        IReadOnlyList<StrategyFault> faults = Strategy.Validate($"parameters:\n  fast: 10\n  slow: 20\nconstraints: {constraint}\nlong: ema(fast) > ema(slow)\n");

        Assert.Contains(faults, f => f.Place == "constraint 1" && f.Line == 4 && f.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_tells_of_braces_that_are_not_parameters() =>
        Assert.Contains(Strategy.Validate("name: Cross {fats}\nparameters:\n  fast: 10\nlong: close > ema(fast)\n"), f => f.Place == "name" && f.Message.Contains("{fats} is not a parameter; it has fast", StringComparison.Ordinal));

    /// <summary>Another value of a parameter that the rule's constraints allow.</summary>
    private static double Near(DefinedStrategy rule, string name, double value) =>
        new[] { value * 1.01, value * 0.99, value + 1, value - 1 }.First(other => other > 0 && rule.Accepts(Values((name, other))) && (value != Math.Floor(value) || other == Math.Floor(other)));
}
