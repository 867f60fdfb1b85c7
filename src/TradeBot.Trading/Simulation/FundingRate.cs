namespace TradeBot.Trading;

/// <summary>The rate that longs of a perpetual contract pay to shorts at a funding time.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Rate">Fraction of the position's value; negative when shorts pay.</param>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>a position is held at a funding time</term><description>cash changes by −quantity · last close · rate (the position's value when inverse): a long pays a positive rate, a short receives it</description></item>
/// <item><term>fills at the open of that same moment</term><description>come after the payment: a position opened then neither pays nor receives</description></item>
/// <item><term>flat</term><description>nothing</description></item>
/// <item><term>candles are missing at that time</term><description>paid at the next open, at the last close, on the position held through the gap</description></item>
/// </list>
/// A payment is not a fill: it is in <see cref="BacktestResult.Funding"/>.
/// </remarks>
public readonly record struct FundingRate(DateTime Time, decimal Rate);
