using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The limits that a backtest's orders pass, as options.</summary>
internal static class RiskArguments
{
    private const string AtMaxDrawdown = "at-max-drawdown";

    private static readonly Dictionary<string, Func<RiskPolicy, double, RiskPolicy>> Limits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["max-drawdown"] = (policy, value) => policy with { MaxDrawdown = value },
        ["max-daily-loss"] = (policy, value) => policy with { MaxDailyLoss = value },
        ["max-gross-exposure"] = (policy, value) => policy with { MaxGrossExposure = value },
        ["max-net-exposure"] = (policy, value) => policy with { MaxNetExposure = value },
        ["max-leverage"] = (policy, value) => policy with { MaxLeverage = value },
        ["max-concentration"] = (policy, value) => policy with { MaxConcentration = value },
        ["max-order-value"] = (policy, value) => policy with { MaxOrderValue = value },
        ["max-position-value"] = (policy, value) => policy with { MaxPositionValue = value },
    };

    public static Option<List<Func<RiskPolicy, RiskPolicy>>> Risk { get; } = new("--risk")
    {
        Description = $"A limit, such as max-drawdown=0.2: {string.Join(", ", Limits.Keys)}; and {AtMaxDrawdown}=block or flatten. May be given several times. Gross exposure is limited to the leverage unless it is named.",
        HelpName = "limit=value",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = Parse,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The policy that is asked for.</summary>
    public static RiskPolicy Of(ParseResult parsed, double leverage)
    {
        var policy = new RiskPolicy { MaxGrossExposure = leverage };
        foreach (Func<RiskPolicy, RiskPolicy> change in parsed.GetRequiredValue(Risk))
            policy = change(policy);
        return policy;
    }

    private static List<Func<RiskPolicy, RiskPolicy>> Parse(ArgumentResult result)
    {
        List<Func<RiskPolicy, RiskPolicy>> changes = [];
        foreach (Token token in result.Tokens)
        {
            try
            {
                Func<RiskPolicy, RiskPolicy> change = Parse(token.Value);
                _ = change(new RiskPolicy());
                changes.Add(change);
            }
            catch (ArgumentException mistake)
            {
                result.AddError($"--risk {token.Value}: {Mistake.Of(mistake)}");
            }
        }

        return changes;
    }

    private static Func<RiskPolicy, RiskPolicy> Parse(string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (string.Equals(parts[0], AtMaxDrawdown, StringComparison.OrdinalIgnoreCase))
        {
            return Enum.TryParse(parts[^1], ignoreCase: true, out KillSwitch action) && Enum.IsDefined(action)
                ? policy => policy with { AtMaxDrawdown = action }
                : throw new ArgumentException($"{string.Join(" or ", Enum.GetNames<KillSwitch>()).ToLowerInvariant()} is expected.");
        }

        if (!Limits.TryGetValue(parts[0], out Func<RiskPolicy, double, RiskPolicy>? limit))
            throw new ArgumentException($"there is no such limit; the nearest is '{NearestName.Of(parts[0], [.. Limits.Keys, AtMaxDrawdown])}'.");
        return parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? policy => limit(policy, value)
            : throw new ArgumentException($"a number is expected, such as {parts[0]}=0.2.");
    }
}
