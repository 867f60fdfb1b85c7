using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.Trading;

/// <summary>Measures equity in one pass, one stretch of unchanged position at a time.</summary>
/// <remarks>
/// Between two fills equity is <c>cash + quantity · close</c>: its extremes are those of the closes, and only a stretch
/// that could hold a deeper decline than the deepest so far is looked at close by close.
/// </remarks>
internal struct SweepMeter
{
    private const int Short = 16;

    private readonly SweepMarket _market;
    private double _peak, _before;
    private int _period;

    public SweepMeter(SweepMarket market, double cash)
    {
        _market = market;
        Returns = new double[market.PeriodEnds.Length];
        (_peak, _before, Lowest) = (cash, cash, cash);
    }

    /// <summary>Returns of the periods that have passed.</summary>
    public double[] Returns { get; }

    /// <summary>Deepest decline from a peak, from 0 to −1.</summary>
    public double Depth { get; private set; }

    /// <summary>The lowest equity at a close.</summary>
    public double Lowest { get; private set; }

    /// <summary>The closes of a stretch.</summary>
    /// <param name="begin">Position of the first candle.</param>
    /// <param name="end">Position behind the last one.</param>
    /// <param name="cash">Cash in it.</param>
    /// <param name="held">Quantity held in it.</param>
    public void Pass(int begin, int end, double cash, double held)
    {
        ReadOnlySpan<double> close = _market.Candles.Close;
        int[] ends = _market.PeriodEnds;
        while (_period < ends.Length && ends[_period] < end)
            EndPeriod(held == 0 ? cash : cash + held * close[ends[_period]]);
        if (held != 0)
            Decline(close[begin..end], cash, held);
        else if (end > begin)
            Point(cash);
    }

    private void EndPeriod(double equity)
    {
        Returns[_period++] = equity / _before - 1;
        _before = equity;
    }

    private void Point(double equity)
    {
        if (equity >= _peak)
            _peak = equity;
        else
            Depth = Math.Min(Depth, equity / _peak - 1);
        Lowest = Math.Min(Lowest, equity);
    }

    private void Decline(ReadOnlySpan<double> close, double cash, double held)
    {
        if (close.Length <= Short)
        {
            foreach (double price in close)
                Point(cash + held * price);
            return;
        }

        (double least, double most) = Range(close);
        double low = cash + held * (held > 0 ? least : most), high = cash + held * (held > 0 ? most : least);
        if (high > _peak && low / high - 1 < Depth)
        {
            int half = close.Length / 2;
            Decline(close[..half], cash, held);
            Decline(close[half..], cash, held);
            return;
        }

        if (high <= _peak)
            Depth = Math.Min(Depth, low / _peak - 1);
        _peak = Math.Max(_peak, high);
        Lowest = Math.Min(Lowest, low);
    }

    private static (double Least, double Most) Range(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector256<double>> blocks = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> least = blocks[0], most = least;
        foreach (Vector256<double> block in blocks)
        {
            least = Vector256.MinNative(least, block);
            most = Vector256.MaxNative(most, block);
        }

        Vector256<double> last = Vector256.LoadUnsafe(in values[values.Length - Vector256<double>.Count]);
        least = Vector256.MinNative(least, last);
        most = Vector256.MaxNative(most, last);
        double low = least[0], high = most[0];
        for (int i = 1; i < Vector256<double>.Count; i++)
            (low, high) = (Math.Min(low, least[i]), Math.Max(high, most[i]));
        return (low, high);
    }
}
