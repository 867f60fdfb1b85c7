using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>The state of a position's protective levels: parts that were closed, and whether the stop is at the entry price.</summary>
internal struct GuardState
{
    private int _side;
    private uint _met;

    /// <summary>The largest quantity that the position had, without sign.</summary>
    public decimal Largest { get; private set; }

    /// <summary>Whether the price has moved far enough in favour to put the stop at the entry price.</summary>
    public bool IsEven { get; set; }

    /// <summary>Takes the quantity held; the opposite side is a new position.</summary>
    public void See(decimal held)
    {
        if (Math.Sign(held) != _side)
            this = new GuardState { _side = Math.Sign(held) };
        Largest = Math.Max(Largest, Math.Abs(held));
    }

    public readonly bool WasMet(int part) => (_met & (1u << part)) != 0;

    public void Meet(int part) => _met |= 1u << part;

    /// <summary>Where the stop is; NaN when there is none.</summary>
    public readonly double StopOf(in ProtectiveLevels levels, double entry, bool isLong)
    {
        double stop = levels.Stop.Against(entry, isLong);
        if (!IsEven)
            return stop;
        return double.IsNaN(stop) || (isLong ? entry > stop : entry < stop) ? entry : stop;
    }
}
