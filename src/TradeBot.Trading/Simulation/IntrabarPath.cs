namespace TradeBot.Trading;

/// <summary>The assumed order in which prices reached a candle's high and low.</summary>
/// <remarks>
/// A candle runs open, one extreme, the other, close. Which extreme comes first is not in the data:
///
/// <list type="table">
/// <listheader><term>path</term><description>long, or flat with a sell order first in line, short, or flat with a buy order first in line</description></listheader>
/// <item><term>pessimistic</term><description>long, or flat with a sell order first in line: low first; short, or flat with a buy order first in line: high first</description></item>
/// <item><term>optimistic</term><description>long, or flat with a sell order first in line: high first; short, or flat with a buy order first in line: low first</description></item>
/// <item><term>by distance</term><description>long, or flat with a sell order first in line: the extreme nearer to the open first, the low when equally near; short, or flat with a buy order first in line: the same</description></item>
/// </list>
///
/// For a position the pessimistic path visits its stop before its target. For an entry it visits the extreme that
/// hurts the new position last, when the position is already held. Where <see cref="BacktestOptions.IntrabarCandles"/> has the
/// parts of a candle, they are its path, and this decides inside each part only.
/// <para>Orders are filled along that path by these rules:</para>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>at the open</term><description>market orders fill; an order whose level the open is beyond fills at the open, worse for stops, better for limits</description></item>
/// <item><term>inside</term><description>open, one extreme, the other, close; each order fills when the path reaches its level, the nearest first, the older first when equally near</description></item>
/// <item><term>trailing stop</term><description>follows the path leg by leg: it moves on legs in favour, and can fill on legs against</description></item>
/// <item><term>exits that become active inside</term><description>can fill on the rest of the path</description></item>
/// <item><term>order given in a candle by an algorithm</term><description>waits for the next candle</description></item>
/// <item><term>liquidation</term><description>a level like others, by the rules of <see cref="Margin"/>; before any order at the same price</description></item>
/// <item><term>synthetic candle</term><description>nothing fills</description></item>
/// <item><term>immediate-or-cancel, fill-or-kill</term><description>end at the first open at which they may trade</description></item>
/// </list>
/// </remarks>
public enum IntrabarPath
{
    /// <summary>The unfavourable extreme comes first.</summary>
    Pessimistic,

    /// <summary>The favourable extreme comes first.</summary>
    Optimistic,

    /// <summary>The extreme nearer to the open comes first.</summary>
    ByDistance,
}
