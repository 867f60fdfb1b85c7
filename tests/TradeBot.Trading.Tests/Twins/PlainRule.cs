using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Entries and exits on one symbol, by the rule table of <see cref="RuleDefinition"/>; one answer per candle.</summary>
/// <param name="enterLong">When to be long.</param>
/// <param name="exitLong">When to leave a long position.</param>
internal sealed class PlainRule(bool[] enterLong, bool[] exitLong)
{
    private readonly bool[] _never = new bool[enterLong.Length];
    private int _side, _added;

    /// <summary>When to be short; null for never.</summary>
    public bool[]? Short { get; init; }

    /// <summary>When to leave a short position; null for no exit but the entry of the other side.</summary>
    public bool[]? ExitShort { get; init; }

    /// <summary>Fraction of equity of an entry.</summary>
    public double Size { get; init; } = 1;

    /// <summary>Distance of the stop from the entry, as at the decision; null for none.</summary>
    public double[]? Stop { get; init; }

    /// <summary>When a position grows by <see cref="Size"/>; null for never.</summary>
    public bool[]? Grow { get; init; }

    /// <summary>How often it grows at most.</summary>
    public int Times { get; init; }

    public void Decide(int i, PlainBroker broker)
    {
        bool isLong = enterLong[i], isShort = (Short ?? _never)[i];
        bool leavesLong = exitLong[i], leavesShort = (ExitShort ?? _never)[i];
        int closed = 0;
        if (broker.Target[0] == 0)
        {
            _side = 0; // perhaps by its stop
        }
        else if (_side > 0 ? leavesLong || (isShort && !isLong) : leavesShort || (isLong && !isShort))
        {
            (closed, _side, broker.Target[0]) = (_side, 0, 0);
        }
        else if (Grow is not null && Grow[i] && _added < Times)
        {
            broker.Target[0] = _side * Math.Min(Math.Abs(broker.Target[0]) + Size, 1);
            _added++;
        }

        int entry = isLong == isShort ? 0 : isLong ? 1 : -1;
        if (_side != 0 || entry == 0 || entry == closed || (isLong ? leavesLong : leavesShort) || (Stop is not null && !(Stop[i] > 0)))
            return;
        (_side, _added, broker.Target[0]) = (entry, 0, entry * Size);
        if (Stop is not null)
            broker.Stop[0] = Stop[i];
    }
}
