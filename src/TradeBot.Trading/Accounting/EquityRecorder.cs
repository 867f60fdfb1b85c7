using System.Numerics;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Keeps equity and exposure at each decision, in arrays that a backtest sizes once.</summary>
/// <remarks>
/// Where the moments of a run are the closes of its one series, its times are shared rather than written again, and
/// between two entries of the ledger equity follows the closes: it is written when the ledger changes, many candles at once.
/// </remarks>
internal sealed class EquityRecorder
{
    // Each slot is written before it is read: zeroing them first would cost more than the run.
    private long[]? _times;
    private readonly CandleSeries? _series;
    private double[] _equity;
    private float[] _exposure;
    private int _count, _written;
    private long _version = -1;
    private double _cash, _held;

    /// <param name="capacity">The number of points for which there is room at first.</param>
    public EquityRecorder(int capacity)
        : this(null, capacity) => _times = GC.AllocateUninitializedArray<long>(capacity);

    /// <param name="series">The one series of the run, of which each close is a moment.</param>
    public EquityRecorder(CandleSeries series)
        : this(series, series.Count)
    {
    }

    private EquityRecorder(CandleSeries? series, int capacity)
    {
        _series = series;
        _equity = GC.AllocateUninitializedArray<double>(capacity);
        _exposure = GC.AllocateUninitializedArray<float>(capacity);
    }

    /// <summary>Keeps the next moment.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="account">The account at that time.</param>
    /// <param name="marks">Last prices.</param>
    public void Record(long time, Account account, double[] marks)
    {
        if (_series is null || account.IsInverse)
            RecordNow(time, account, marks);
        else if (account.Version != _version)
            Begin(account);
        _count++;
    }

    /// <summary>Whether the moments of the run are the closes of its one series, so that equity follows them.</summary>
    public bool FollowsCloses(Account account) => _series is not null && !account.IsInverse;

    /// <summary>Keeps the next moments, at which the ledger stands as it does now; for one that <see cref="FollowsCloses"/>.</summary>
    public void Record(int count, Account account)
    {
        if (account.Version != _version)
            Begin(account);
        _count += count;
    }

    /// <summary>Replaces the last point.</summary>
    public void Amend(double equity, double grossExposure)
    {
        WriteUp();
        Write(_count - 1, equity, grossExposure);
    }

    public EquityCurve ToCurve(double initial)
    {
        WriteUp();
        return new EquityCurve(
            initial, (_times is null ? _series!.CloseTimes : _times)[.._count], _equity.AsMemory(0, _count), _exposure.AsMemory(0, _count));
    }

    private void RecordNow(long time, Account account, double[] marks)
    {
        if (_times is not null)
        {
            if (_count == _times.Length)
                Grow();
            _times[_count] = time;
        }

        if (account.IsFlat)
            Write(_count, account.CashEstimate, 0);
        else
            Write(_count, account.Equity(marks, out double gross), gross);
        _written = _count + 1;
    }

    /// <summary>A live run does not know how many moments will come.</summary>
    private void Grow()
    {
        int length = Math.Max(64, 2 * _count);
        Array.Resize(ref _times, length);
        Array.Resize(ref _equity, length);
        Array.Resize(ref _exposure, length);
    }

    private void Write(int at, double equity, double grossExposure)
    {
        _equity[at] = equity;
        _exposure[at] = grossExposure == 0 ? 0 : (float)(grossExposure / equity);
    }

    /// <summary>The ledger has changed: what was recorded so far followed the old one.</summary>
    private void Begin(Account account)
    {
        WriteUp();
        (_version, _cash, _held) = (account.Version, account.CashEstimate, account.Holdings[0]);
    }

    private void WriteUp()
    {
        if (_written == _count)
            return;
        Span<double> equity = _equity.AsSpan(_written, _count - _written);
        Span<float> exposure = _exposure.AsSpan(_written, equity.Length);
        if (_held == 0)
        {
            equity.Fill(_cash);
            exposure.Clear();
        }
        else
        {
            Follow(_series!.Close.Slice(_written, equity.Length), equity, exposure);
        }

        _written = _count;
    }

    /// <summary>What <see cref="Account.Equity(ReadOnlySpan{double}, out double)"/> says at each close, operation by operation.</summary>
    private void Follow(ReadOnlySpan<double> closes, Span<double> equity, Span<float> exposure)
    {
        int i = 0;
        Vector<double> cash = new(_cash), held = new(_held);
        for (; i <= closes.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<double> first = held * new Vector<double>(closes[i..]), second = held * new Vector<double>(closes[(i + Vector<double>.Count)..]);
            Vector<double> firstEquity = cash + first, secondEquity = cash + second;
            firstEquity.CopyTo(equity[i..]);
            secondEquity.CopyTo(equity[(i + Vector<double>.Count)..]);
            Vector.Narrow(Exposure(first, firstEquity), Exposure(second, secondEquity)).CopyTo(exposure[i..]);
        }

        for (; i < closes.Length; i++)
        {
            double value = _held * closes[i], gross = Math.Abs(value);
            equity[i] = _cash + value;
            exposure[i] = gross == 0 ? 0 : (float)(gross / equity[i]);
        }
    }

    private static Vector<double> Exposure(Vector<double> value, Vector<double> equity)
    {
        Vector<double> gross = Vector.Abs(value);
        return Vector.ConditionalSelect(Vector.Equals(gross, Vector<double>.Zero), Vector<double>.Zero, gross / equity);
    }
}
