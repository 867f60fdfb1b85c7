using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options that say under which conditions a backtest runs.</summary>
internal static class BacktestConditions
{
    private static readonly Dictionary<string, FeeSchedule> KnownFees = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = Trading.Fees.None,
        ["bybit-linear"] = Trading.Fees.Bybit.Linear,
        ["bybit-linear-by-volume"] = Trading.Fees.Bybit.LinearByVolume,
        ["bybit-spot"] = Trading.Fees.Bybit.Spot,
    };

    private static readonly Dictionary<string, Func<double, Slippage>> KnownSlippage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bps"] = Trading.Slippage.Bps,
        ["spread"] = Trading.Slippage.Spread,
        ["volume"] = Trading.Slippage.VolumeShare,
        ["impact"] = Trading.Slippage.SquareRootImpact,
    };

    /// <summary>A number, then the leverage up to which positions may go, to a sizing.</summary>
    private static readonly Dictionary<string, Func<double, Func<double, ISizing>>> KnownSizing = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fraction"] = fraction => _ => Trading.Sizing.FractionOfEquity(fraction),
        ["quantity"] = quantity => _ => Trading.Sizing.FixedQuantity(quantity),
        ["notional"] = notional => _ => Trading.Sizing.FixedNotional(notional),
        ["weight"] = total => _ => Trading.Sizing.EqualWeight(total),
        ["volatility"] = annual => leverage => Trading.Sizing.VolatilityTarget(annual, maxExposure: leverage),
        ["risk"] = risk => leverage => Trading.Sizing.RiskPerTrade(risk, leverage),
        ["kelly"] = share => leverage => Trading.Sizing.Kelly(share, maxExposure: leverage),
    };

    public static Option<decimal> Cash { get; } = new("--cash")
    {
        Description = "Starting cash, in quote currency.",
        HelpName = "amount",
        DefaultValueFactory = _ => BacktestOptions.Default.Cash,
    };

    public static Option<FeeSchedule> Fees { get; } = new("--fees")
    {
        Description = $"{string.Join(", ", KnownFees.Keys)}, or maker and taker as fractions such as 0.0002/0.00055.",
        HelpName = "fees",
        CustomParser = result => Read(result, ParseFees),
        DefaultValueFactory = _ => BacktestOptions.Default.Fees,
    };

    public static Option<Slippage> Slippage { get; } = new("--slippage")
    {
        Description = "Basis points, or a model and its number: spread:0.5, volume:0.1, impact:1.",
        HelpName = "slippage",
        CustomParser = result => Read(result, text => ByName("slippage", "bps", text, KnownSlippage)),
        DefaultValueFactory = _ => BacktestOptions.Default.Slippage,
    };

    public static Option<Func<double, ISizing>?> Sizing { get; } = new("--sizing")
    {
        Description = $"How large a position a target means: {string.Join(", ", KnownSizing.Keys)}, each with its number, such as risk:0.01; the last three go up to the leverage. Without it fraction:1.",
        HelpName = "sizing",
        CustomParser = result => Read(result, text => ByName("sizing", "fraction", text, KnownSizing)),
    };

    public static Option<double> Leverage { get; } = new("--leverage")
    {
        Description = "Position value that a unit of equity may carry; targets stay fractions of equity, larger ones come from --sizing.",
        HelpName = "times",
        DefaultValueFactory = _ => 1,
    };

    public static Option<MarginMode> Margin { get; } = new("--margin")
    {
        Description = "Whether all equity stands for each position, or its own margin alone.",
        HelpName = "cross|isolated",
    };

    public static Option<bool> Stepwise { get; } = new("--stepwise") { Description = "Liquidate a position in a higher margin bracket bracket by bracket, rather than whole." };

    public static Option<double?> Rebalance { get; } = new("--rebalance")
    {
        Description = "Trade a position back to its target when its value has drifted from it by more than this fraction of equity, such as 0.05. Without it a position is sized when its target changes, and then left alone.",
        HelpName = "fraction",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double fraction) && fraction >= 0)
                return fraction;
            result.AddError($"--rebalance {result.Tokens[0].Value}: a fraction of equity of 0 or more is expected, such as 0.05.");
            return null;
        },
    };

    public static IEnumerable<Option> All => [Cash, Fees, Slippage, Sizing, Leverage, Margin, Stepwise, Rebalance, RiskArguments.Risk, .. InstrumentArguments.All];

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
            Risk = RiskArguments.Of(parsed, leverage),
            RebalanceTolerance = parsed.GetValue(Rebalance) ?? double.PositiveInfinity,
        };
        return InstrumentArguments.Add(options, parsed);
    }

    /// <summary>Makes a mistake in an option's value a fault of the command line.</summary>
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

    private static FeeSchedule ParseFees(string text)
    {
        if (KnownFees.TryGetValue(text, out FeeSchedule? known))
            return known;

        string[] parts = text.Split('/', StringSplitOptions.TrimEntries);
        decimal[] rates = new decimal[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 2 || !decimal.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out rates[i]) || Math.Abs(rates[i]) >= 1)
                throw new ArgumentException($"\"{text}\" is no fee; the nearest is '{NearestName.Of(text, KnownFees.Keys)}', and fractions such as 0.0002/0.00055 are accepted.");
        }

        return new FeeSchedule(rates[0], rates[^1]);
    }

    private static T ByName<T>(string what, string usual, string text, Dictionary<string, Func<double, T>> known)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        string name = parts.Length == 2 ? parts[0] : usual;
        if (!known.TryGetValue(name, out Func<double, T>? make))
            throw new ArgumentException($"There is no {what} \"{name}\"; the nearest is '{NearestName.Of(name, known.Keys)}'.");
        return double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? make(value)
            : throw new ArgumentException($"\"{text}\" is no {what}; accepted are {string.Join(", ", known.Keys)}, each with a number, such as {known.Keys.First()}:1.");
    }
}
