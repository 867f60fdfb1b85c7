namespace TradeBot.Trading;

/// <summary>In which order a candle is taken to have visited its extremes.</summary>
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
/// hurts the new position last, when the position is already held. Where <see cref="BacktestOptions.Finer"/> holds the
/// parts of a candle, they are its path, and this decides inside each part only.
/// <para>Orders meet that path so:</para>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>at the open</term><description>market orders fill; a level that the open lies beyond is met at the open, worse for stops, better for limits</description></item>
/// <item><term>inside</term><description>open, one extreme, the other, close; each level is met when the path reaches it, the nearest first, the older first when equally near</description></item>
/// <item><term>trailing stop</term><description>follows the path leg by leg: it moves on legs in favour, and is met on legs against</description></item>
/// <item><term>exits that begin to work inside</term><description>are met by what is left of the path</description></item>
/// <item><term>order given in a candle by an algorithm</term><description>waits for the next candle</description></item>
/// <item><term>liquidation</term><description>a level like others, by the rules of <see cref="Margin"/>; before any order that is met at the same price</description></item>
/// <item><term>synthetic candle</term><description>nothing is met</description></item>
/// <item><term>immediate-or-cancel, fill-or-kill</term><description>end at the first open at which they may trade</description></item>
/// </list>
/// </remarks>
public enum IntrabarPath
{
    /// <summary>What hurts comes first.</summary>
    Pessimistic,

    /// <summary>What helps comes first.</summary>
    Optimistic,

    /// <summary>The nearer extreme comes first.</summary>
    ByDistance,
}
