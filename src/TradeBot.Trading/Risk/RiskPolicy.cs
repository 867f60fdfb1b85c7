namespace TradeBot.Trading;

/// <summary>The limits that every order passes.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>order</term><description>rule</description></listheader>
/// <item><term>reduce-only, or can only make its position smaller</term><description>approved</description></item>
/// <item><term>equity is not positive</term><description>refused</description></item>
/// <item><term>the drawdown has reached <see cref="MaxDrawdown"/> at a close</term><description>refused for the rest of the run</description></item>
/// <item><term>the loss of the current UTC day has reached <see cref="MaxDailyLoss"/> at a close</term><description>refused until the day ends</description></item>
/// <item><term>a value would exceed its limit</term><description>refused; a value equal to the limit is approved. An order that follows a target is then reduced to the largest approved quantity, and refused where that only closes the position, or is negligible</description></item>
/// <item><term>otherwise</term><description>approved</description></item>
/// </list>
///
/// <list type="table">
/// <listheader><term>limit</term><description>what it bounds</description></listheader>
/// <item><term><see cref="MaxOrderValue"/></term><description>value of one order</description></item>
/// <item><term><see cref="MaxPositionValue"/></term><description>absolute value of one position</description></item>
/// <item><term><see cref="MaxConcentration"/></term><description>the same, as a fraction of equity</description></item>
/// <item><term><see cref="MaxGrossExposure"/></term><description>sum of absolute position values, as a fraction of equity</description></item>
/// <item><term><see cref="MaxNetExposure"/></term><description>absolute value of the sum of positions, as a fraction of equity</description></item>
/// <item><term><see cref="MaxLeverage"/></term><description>sum of absolute position values over equity less unrealised profit: unrealised gains do not count as capital</description></item>
/// <item><term><see cref="Correlation"/></term><description>sum of the positions that move together, as a fraction of equity</description></item>
/// </list>
///
/// Working orders are counted as <see cref="RiskRequest"/> says. When drawdown or daily loss block, working orders
/// that would make a position larger are cancelled. Losses are checked when candles have closed, not inside them;
/// the close at 00:00 belongs to the day that it ends. Each refusal is in <see cref="BacktestResult.Refusals"/>.
/// <para>Before the policy every order passes the instrument's rules, and after it the margin:</para>
/// <list type="table">
/// <listheader><term>order</term><description>rule</description></listheader>
/// <item><term>reduce-only</term><description>passes</description></item>
/// <item><term>no price of its symbol is known</term><description>refused</description></item>
/// <item><term>below the smallest quantity or value, and it does not close the position</term><description>refused</description></item>
/// <item><term>any</term><description>this policy, then initial margin (<see cref="Margin"/>), with all working orders filled on the worse side</description></item>
/// <item><term>a change that makes it larger</term><description>the same, for what would be left to fill</description></item>
/// </list>
/// </remarks>
public sealed record RiskPolicy
{
    // Rounding to lots and ticks moves exposure by far less; a real breach by far more.
    internal const double Tolerance = 1e-9;

    /// <summary>Largest sum of absolute position values as a fraction of equity; 1 means no leverage.</summary>
    public double MaxGrossExposure { get; init => field = Limit(value, nameof(MaxGrossExposure)); } = 1;

    /// <summary>Largest absolute sum of position values as a fraction of equity; longs and shorts offset.</summary>
    public double MaxNetExposure { get; init => field = Limit(value, nameof(MaxNetExposure)); } = double.PositiveInfinity;

    /// <summary>Largest sum of absolute position values over equity less unrealised profit.</summary>
    public double MaxLeverage { get; init => field = Limit(value, nameof(MaxLeverage)); } = double.PositiveInfinity;

    /// <summary>Largest absolute value of one position as a fraction of equity.</summary>
    public double MaxConcentration { get; init => field = Limit(value, nameof(MaxConcentration)); } = double.PositiveInfinity;

    /// <summary>Largest value of one order, in account currency.</summary>
    public double MaxOrderValue { get; init => field = Limit(value, nameof(MaxOrderValue)); } = double.PositiveInfinity;

    /// <summary>Largest absolute value of one position, in account currency.</summary>
    public double MaxPositionValue { get; init => field = Limit(value, nameof(MaxPositionValue)); } = double.PositiveInfinity;

    /// <summary>Loss of a UTC day that blocks the rest of the day, as a fraction of equity at the start of the day.</summary>
    public double MaxDailyLoss { get; init => field = Limit(value, nameof(MaxDailyLoss)); } = double.PositiveInfinity;

    /// <summary>Drawdown that triggers the kill switch, as a positive fraction.</summary>
    public double MaxDrawdown { get; init => field = Limit(value, nameof(MaxDrawdown)); } = double.PositiveInfinity;

    /// <summary>What the kill switch does.</summary>
    public KillSwitch AtMaxDrawdown { get; init; }

    /// <summary>Limit on positions that move together; null for none.</summary>
    public CorrelationCap? Correlation { get; init; }

    /// <summary>Checks an order before it is sent.</summary>
    public RiskDecision Check(in RiskRequest request)
    {
        if (request.Reduces)
            return RiskDecision.Approved;
        double equity = request.Equity;
        if (!(equity > 0))
            return RiskDecision.Refused(FormattableString.Invariant($"Equity is {equity:0.##}: nothing is left to trade with."));
        if (request.Blocked is { } reason)
            return RiskDecision.Refused(reason);

        string? fault = Above("The order's value", request.OrderValue, MaxOrderValue, "")
            ?? Above("The position's value in ", request.PositionValue, MaxPositionValue, "", request.Symbol)
            ?? Above("The position in ", request.PositionValue / equity, MaxConcentration, " of equity", request.Symbol)
            ?? Above("Gross exposure", request.GrossValue / equity, MaxGrossExposure, " of equity")
            ?? Above("Net exposure", request.NetValue / equity, MaxNetExposure, " of equity")
            ?? Leverage(request)
            ?? (Correlation is { } cap ? Above("Exposure that moves together", request.CorrelatedValue / equity, cap.MaxExposure, " of equity") : null);
        return fault is null ? RiskDecision.Approved : RiskDecision.Refused(fault);
    }

    /// <summary>The limits that are set, such as <c>gross exposure 1, daily loss 0.05</c>.</summary>
    public override string ToString() => string.Join(", ", Described());

    private IEnumerable<string> Described()
    {
        (string, double)[] limits =
        [
            ("gross exposure", MaxGrossExposure), ("net exposure", MaxNetExposure), ("leverage", MaxLeverage), ("concentration", MaxConcentration),
            ("order value", MaxOrderValue), ("position value", MaxPositionValue), ("daily loss", MaxDailyLoss), ("drawdown", MaxDrawdown),
        ];
        foreach ((string name, double limit) in limits)
        {
            if (!double.IsPositiveInfinity(limit))
                yield return FormattableString.Invariant($"{name} {limit}");
        }

        if (!double.IsPositiveInfinity(MaxDrawdown))
            yield return AtMaxDrawdown == KillSwitch.Flatten ? "then flatten" : "then block";
        if (Correlation is { } cap)
            yield return FormattableString.Invariant($"exposure {cap.MaxExposure} from correlation {cap.Threshold} over {cap.Lookback}");
    }

    private string? Leverage(in RiskRequest request)
    {
        if (double.IsPositiveInfinity(MaxLeverage))
            return null;
        return request.Balance > 0
            ? Above("Leverage", request.GrossValue / request.Balance, MaxLeverage, "")
            : FormattableString.Invariant($"Equity less unrealised profit is {request.Balance:0.##}: it carries no leverage.");
    }

    private static string? Above(string what, double value, double limit, string unit, string? symbol = null) => value <= limit * (1 + Tolerance)
        ? null
        : FormattableString.Invariant($"{what}{symbol} would be {value:0.###}{unit}; the limit is {limit:0.###}.");

    private static double Limit(double value, string name) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A limit must be positive; infinity is none.");
}

/// <summary>What happens when the drawdown reaches its limit.</summary>
public enum KillSwitch
{
    /// <summary>Positions stay open, and nothing makes them larger for the rest of the run.</summary>
    Block,

    /// <summary>Everything is closed at the next opens, and nothing is opened for the rest of the run.</summary>
    Flatten,
}
