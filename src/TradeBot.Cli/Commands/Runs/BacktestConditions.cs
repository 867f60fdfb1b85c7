using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options that say under which conditions a backtest runs.</summary>
internal static class BacktestConditions
{
    public static Option<decimal> Cash { get; } = new("--cash")
    {
        Description = "Starting cash, in quote currency.",
        HelpName = "amount",
        DefaultValueFactory = _ => BacktestOptions.Default.Cash,
    };

    public static Option<FeeSchedule> Fees { get; } = new("--fees")
    {
        Description = $"{string.Join(", ", TermText.FeeNames)}, or maker and taker as fractions such as 0.0002/0.00055.",
        HelpName = "fees",
        CustomParser = result => Read(result, TermText.Fees),
        DefaultValueFactory = _ => BacktestOptions.Default.Fees,
    };

    public static Option<Slippage> Slippage { get; } = new("--slippage")
    {
        Description = "Basis points, or a model and its number: spread:0.5, volume:0.1, impact:1.",
        HelpName = "slippage",
        CustomParser = result => Read(result, TermText.Slippage),
        DefaultValueFactory = _ => BacktestOptions.Default.Slippage,
    };

    public static Option<Func<double, ISizing>?> Sizing { get; } = new("--sizing")
    {
        Description = $"How a target becomes a position size: {string.Join(", ", TermText.SizingNames)}, each with its number, such as risk:0.01; the last three are limited by the leverage. Default: fraction:1.",
        HelpName = "sizing",
        CustomParser = result => Read(result, ReadSizing),
    };

    public static Option<double> Leverage { get; } = new("--leverage")
    {
        Description = "Largest position value per unit of equity; targets stay fractions of equity, larger positions come from --sizing.",
        HelpName = "times",
        DefaultValueFactory = _ => 1,
    };

    public static Option<MarginMode> Margin { get; } = new("--margin")
    {
        Description = "cross: all equity is the collateral of each position; isolated: only the position's own margin.",
        HelpName = "cross|isolated",
    };

    public static Option<bool> Stepwise { get; } = new("--stepwise") { Description = "Liquidate a position in a higher margin bracket step by step, bracket by bracket, rather than all at once." };

    public static Option<double?> Rebalance { get; } = new("--rebalance")
    {
        Description = "Trade a position back to its target when its value has drifted from it by more than this fraction of equity, such as 0.05. Without it a position is sized only when its target changes.",
        HelpName = "fraction",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction) && fraction >= 0)
                return fraction;
            result.AddError($"--rebalance {result.Tokens[0].Value}: a fraction of equity of 0 or more is expected, such as 0.05.");
            return null;
        },
    };

    public static Option<List<string>> Risk { get; } = new("--risk")
    {
        Description = $"A limit, such as max-drawdown=0.2: {string.Join(", ", TermText.RiskLimits)}; and at-max-drawdown=block or flatten. May be given several times. Gross exposure is limited to the leverage unless it is named.",
        HelpName = "limit=value",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ReadRisk,
        DefaultValueFactory = _ => [],
    };

    public static IEnumerable<Option> All => [Cash, Fees, Slippage, Sizing, Leverage, Margin, Stepwise, Rebalance, Risk, .. InstrumentArguments.All];

    public static BacktestOptions Of(ParseResult parsed)
    {
        decimal cash = parsed.GetValue(Cash);
        double leverage = parsed.GetValue(Leverage);
        _ = Mistake.In(Cash, cash, () => new BacktestOptions { Cash = cash });
        Margin margin = Mistake.In(Leverage, leverage, () => new Margin { Leverage = leverage, Mode = parsed.GetValue(Margin), Stepwise = parsed.GetValue(Stepwise) });
        var options = new BacktestOptions
        {
            Cash = cash,
            Fees = parsed.GetRequiredValue(Fees),
            Slippage = parsed.GetRequiredValue(Slippage),
            Sizing = parsed.GetValue(Sizing)?.Invoke(leverage) ?? BacktestOptions.Default.Sizing,
            Margin = margin,
            Risk = parsed.GetRequiredValue(Risk).Aggregate(new RiskPolicy { MaxGrossExposure = leverage }, TermText.Risk),
            RebalanceTolerance = parsed.GetValue(Rebalance) ?? double.PositiveInfinity,
        };
        return InstrumentArguments.Add(options, parsed);
    }

    /// <summary>Reports a mistake in an option's value as an error of the command line.</summary>
    private static T Read<T>(ArgumentResult result, Func<string, T> parse)
        where T : class
    {
        try
        {
            return parse(result.Tokens[0].Value);
        }
        catch (ArgumentException mistake)
        {
            string problem = Mistake.Of(mistake);
            result.AddError(problem.Contains("--", StringComparison.Ordinal) ? problem : $"{result.Argument.Name} \"{result.Tokens[0].Value}\": {problem}");
            return null!;
        }
    }

    /// <summary>A sizing whose limit is the leverage, which is known once all options are read.</summary>
    private static Func<double, ISizing> ReadSizing(string text)
    {
        _ = TermText.Sizing(text, maxExposure: 1);
        return leverage => TermText.Sizing(text, leverage);
    }

    /// <summary>The limits, each checked alone.</summary>
    private static List<string> ReadRisk(ArgumentResult result)
    {
        List<string> limits = [];
        foreach (Token token in result.Tokens)
        {
            try
            {
                _ = TermText.Risk(new RiskPolicy(), token.Value);
                limits.Add(token.Value);
            }
            catch (ArgumentException mistake)
            {
                result.AddError($"--risk {token.Value}: {Mistake.Of(mistake)}");
            }
        }

        return limits;
    }
}
