namespace TradeBot.Trading;

/// <summary>An order or target that was refused or reduced, and why.</summary>
/// <param name="Time">When it was refused, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument, or <see cref="Account"/>.</param>
/// <param name="Reason">A sentence.</param>
/// <remarks>
/// What follows when a strategy's target is refused:
/// <list type="table">
/// <listheader><term>a target that is refused</term><description>rule</description></listheader>
/// <item><term>some of the order fits the limits</term><description>that part is ordered, <see cref="BacktestResult.Refusals"/> records the reduction, and the target stays as stated: it is not topped up unless positions are rebalanced</description></item>
/// <item><term>nothing is held</term><description>the target becomes 0 again</description></item>
/// <item><term>the position was to grow, or shrink</term><description>it stays, and so does the previous target</description></item>
/// <item><term>the position was to change sides</term><description>it is closed, and the target becomes 0</description></item>
/// <item><term>the target is worth less than a lot</term><description>the position is closed, and the target becomes 0</description></item>
/// <item><term>the order ended unfilled, or the risk policy closed the position</term><description>the target becomes 0</description></item>
/// <item><term>any</term><description><see cref="Strategies.TargetExposures.RefusalOf"/> says why at the next decision</description></item>
/// <item><term>the same target is stated again</term><description>it is tried again; each further refusal is counted, with the text of the first where only numbers differ</description></item>
/// </list>
/// </remarks>
public readonly record struct OrderRefusal(DateTime Time, string Symbol, string Reason)
{
    /// <summary>Stands for a symbol where the whole account is meant.</summary>
    public const string Account = "account";
}
