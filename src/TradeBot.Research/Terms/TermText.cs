using System.Globalization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Reads the conditions of a run from text, such as a command line, a configuration file or a form.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>what</term><description>accepted</description></listheader>
/// <item><term>fees</term><description>one of <see cref="FeeNames"/>, or maker and taker as fractions: <c>0.0002/0.00055</c></description></item>
/// <item><term>slippage</term><description>basis points, or a model and its number: <c>spread:0.5</c>, <c>volume:0.1</c>, <c>impact:1</c></description></item>
/// <item><term>sizing</term><description>a fraction of equity, or one of <see cref="SizingNames"/> and its number: <c>risk:0.01</c></description></item>
/// <item><term>risk</term><description>a limit of <see cref="RiskLimits"/> and its number: <c>max-drawdown=0.2</c>; <c>at-max-drawdown=block</c> or <c>flatten</c></description></item>
/// </list>
/// </remarks>
public static class TermText
{
    private const string AtMaxDrawdown = "at-max-drawdown";

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

    /// <summary>Creates a sizing from a number and the largest exposure.</summary>
    private static readonly Dictionary<string, Func<double, Func<double, ISizing>>> KnownSizing = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fraction"] = fraction => _ => Trading.Sizing.FractionOfEquity(fraction),
        ["quantity"] = quantity => _ => Trading.Sizing.FixedQuantity(quantity),
        ["notional"] = notional => _ => Trading.Sizing.FixedNotional(notional),
        ["weight"] = total => _ => Trading.Sizing.EqualWeight(total),
        ["volatility"] = annual => most => Trading.Sizing.VolatilityTarget(annual, maxExposure: most),
        ["risk"] = risk => most => Trading.Sizing.RiskPerTrade(risk, most),
        ["kelly"] = share => most => Trading.Sizing.Kelly(share, maxExposure: most),
    };

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

    /// <summary>The fee schedules that have a name.</summary>
    public static IReadOnlyCollection<string> FeeNames => KnownFees.Keys;

    /// <summary>The sizings, each with a number; the last three have a largest exposure.</summary>
    public static IReadOnlyCollection<string> SizingNames => KnownSizing.Keys;

    /// <summary>The limits of the risk policy, each with a number.</summary>
    public static IReadOnlyCollection<string> RiskLimits => Limits.Keys;

    /// <summary>Reads fees.</summary>
    /// <param name="text">A name, or maker and taker as fractions.</param>
    /// <exception cref="ArgumentException">The text is neither; the message names the nearest.</exception>
    public static FeeSchedule Fees(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (KnownFees.TryGetValue(text, out FeeSchedule? known))
            return known;

        string[] parts = text.Split('/', StringSplitOptions.TrimEntries);
        decimal[] rates = new decimal[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 2 || !decimal.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out rates[i]) || Math.Abs(rates[i]) >= 1)
                throw new ArgumentException($"\"{text}\" is not a fee; the nearest is '{NearestName.Of(text, KnownFees.Keys)}', and fractions such as 0.0002/0.00055 are accepted.");
        }

        return new FeeSchedule(rates[0], rates[^1]);
    }

    /// <summary>Reads slippage.</summary>
    /// <param name="text">Basis points, or a model and its number.</param>
    /// <exception cref="ArgumentException">The text is neither; the message names the nearest model.</exception>
    public static Slippage Slippage(string text) => ByName("slippage", "bps", text, KnownSlippage);

    /// <summary>Reads a sizing.</summary>
    /// <param name="text">A fraction of equity, or a name and its number.</param>
    /// <param name="maxExposure">Largest exposure for the sizings that depend on the market, as a fraction of equity.</param>
    /// <exception cref="ArgumentException">The text is neither, or the number is not accepted.</exception>
    public static ISizing Sizing(string text, double maxExposure) => ByName("sizing", "fraction", text, KnownSizing)(maxExposure);

    /// <summary>Reads a limit into a policy.</summary>
    /// <param name="policy">The policy to which the limit is added.</param>
    /// <param name="text">Such as <c>max-drawdown=0.2</c>.</param>
    /// <exception cref="ArgumentException">There is no such limit, and the message names the nearest; or the number is not accepted.</exception>
    public static RiskPolicy Risk(RiskPolicy policy, string text)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (string.Equals(parts[0], AtMaxDrawdown, StringComparison.OrdinalIgnoreCase))
        {
            return Enum.TryParse(parts[^1], ignoreCase: true, out KillSwitch action) && Enum.IsDefined(action)
                ? policy with { AtMaxDrawdown = action }
                : throw new ArgumentException($"{string.Join(" or ", Enum.GetNames<KillSwitch>()).ToLowerInvariant()} is expected.");
        }

        if (!Limits.TryGetValue(parts[0], out Func<RiskPolicy, double, RiskPolicy>? limit))
            throw new ArgumentException($"there is no such limit; the nearest is '{NearestName.Of(parts[0], [.. Limits.Keys, AtMaxDrawdown])}'.");
        return parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? limit(policy, value)
            : throw new ArgumentException($"a number is expected, such as {parts[0]}=0.2.");
    }

    private static T ByName<T>(string what, string usual, string text, Dictionary<string, Func<double, T>> known)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        string name = parts.Length == 2 ? parts[0] : usual;
        if (!known.TryGetValue(name, out Func<double, T>? make))
            throw new ArgumentException($"There is no {what} \"{name}\"; the nearest is '{NearestName.Of(name, known.Keys)}'.");
        return double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? make(value)
            : throw new ArgumentException($"\"{text}\" is not a {what}; accepted are {string.Join(", ", known.Keys)}, each with a number, such as {known.Keys.First()}:1.");
    }
}
