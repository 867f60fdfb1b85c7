namespace TradeBot.Learning;

/// <summary>ADWIN: detects a change in the mean of a stream with an adaptive window.</summary>
/// <remarks>
/// Values are in [0, 1]. After each value, every split of the window into an older and a newer part is tested; when their means differ significantly
/// at the confidence <c>delta</c>, the older part is dropped. The window is kept as sums over runs of 1, 2, 4 … values, five of each
/// length, so that memory and time grow with the logarithm of its length. The confidence is for independent values.
/// Source: Bifet and Gavaldà, "Learning from time-changing data with adaptive windowing", SDM 2007.
/// </remarks>
public sealed class Adwin
{
    private const int PerLength = 5, FewestValues = 10, FewestOfPart = 5;

    private readonly double _delta;
    private readonly List<List<Run>> _runs = []; // by length, each oldest first
    private double _sum, _squares; // squares about the mean

    /// <param name="delta">Confidence parameter: the false-alarm probability allowed per window length, in (0, 1).</param>
    public Adwin(double delta = 0.002)
    {
        if (!(delta > 0 && delta < 1))
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "Must be in (0, 1).");
        _delta = delta;
    }

    /// <summary>Current window length: the number of latest values without a detected change of mean.</summary>
    public long Width { get; private set; }

    /// <summary>Mean of the window; NaN before the first value.</summary>
    public double Mean => Width == 0 ? double.NaN : _sum / Width;

    /// <summary>Takes the next value.</summary>
    /// <param name="value">In [0, 1].</param>
    /// <returns>True when a change was detected: the values before it are dropped.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in [0, 1].</exception>
    public bool Update(double value)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Must be in [0, 1].");

        Add(value);
        Compress();
        bool hasChanged = false;
        while (Width >= FewestValues && HasCut())
        {
            DropOldest();
            hasChanged = true;
        }

        return hasChanged;
    }

    private void Add(double value)
    {
        if (_runs.Count == 0)
            _runs.Add([]);
        _runs[0].Add(new Run(value, 0));
        if (Width > 0)
            _squares += Width / (Width + 1.0) * (value - Mean) * (value - Mean);
        _sum += value;
        Width++;
    }

    private void Compress()
    {
        for (int level = 0; level < _runs.Count && _runs[level].Count > PerLength; level++)
        {
            if (level + 1 == _runs.Count)
                _runs.Add([]);
            (Run first, Run second) = (_runs[level][0], _runs[level][1]);
            double length = 1L << level, apart = (first.Sum - second.Sum) / length;
            _runs[level + 1].Add(new Run(first.Sum + second.Sum, first.Squares + second.Squares + length / 2 * apart * apart));
            _runs[level].RemoveRange(0, 2);
        }
    }

    private bool HasCut()
    {
        double older = 0, olderSum = 0;
        for (int level = _runs.Count - 1; level >= 0; level--)
        {
            foreach (Run run in _runs[level])
            {
                older += 1L << level;
                olderSum += run.Sum;
                double newer = Width - older;
                if (newer < FewestOfPart)
                    return false;
                if (older >= FewestOfPart && Math.Abs(olderSum / older - (_sum - olderSum) / newer) > Bound(older, newer))
                    return true;
            }
        }

        return false;
    }

    private double Bound(double older, double newer)
    {
        double harmonic = 1 / (1 / older + 1 / newer), chance = Math.Log(2 * Math.Log(Width) / _delta), variance = _squares / Width;
        return Math.Sqrt(2 / harmonic * variance * chance) + 2 / (3 * harmonic) * chance;
    }

    private void DropOldest()
    {
        int level = _runs.Count - 1;
        Run dropped = _runs[level][0];
        double length = 1L << level, left = Width - length, apart = dropped.Sum / length - (_sum - dropped.Sum) / left;
        _squares = Math.Max(0, _squares - dropped.Squares - length * left / Width * apart * apart);
        _sum -= dropped.Sum;
        Width -= 1L << level;
        _runs[level].RemoveAt(0);
        if (_runs[level].Count == 0)
            _runs.RemoveAt(level);
    }

    /// <summary>The sum of some values, and of their squares about their mean.</summary>
    private readonly record struct Run(double Sum, double Squares);
}
