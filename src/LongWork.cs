namespace TradeBot;

/// <summary>A piece of work that may take long: after half a second, a notebook shows its progress in one line.</summary>
/// <remarks>
/// Compiled into each assembly with long work, because the projects share no other library. Work inside work shows no second line: it updates the line of the
/// outermost, where that <see cref="Expect">expects</see> it. Outside a notebook nothing is shown and nothing runs beside the work.
/// The line is written by a timer, so that reporting progress costs no more than storing two numbers. After the end it states what was done, without
/// times, so that two runs record the same text.
/// </remarks>
internal sealed class LongWork : IDisposable
{
    /// <summary>How long work may take before it is shown.</summary>
    public static readonly TimeSpan ShownAfter = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(0.25);

    private readonly Lock _gate = new();
    private readonly Action<double>? _outer;
    private readonly Action<string>? _show;
    private readonly LongWorkLine? _line;
    private readonly CancellationTokenSource? _stop;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer? _timer;
    private double _done, _total, _from, _expected, _part;
    private string? _best;
    private bool _isShown, _isEnded;

    private LongWork(string title, string unit, TimeProvider? time, CancellationToken cancellationToken)
    {
        (_time, Cancellation, _outer) = (time ?? TimeProvider.System, cancellationToken, NotebookHost.Outer);
        if (_outer is null && NotebookHost.Watch() is (Action<string> show, CancellationToken stop))
        {
            (_show, _line) = (show, new LongWorkLine(title, unit));
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
            Cancellation = _stop.Token;
            _began = _time.GetTimestamp();
            _timer = _time.CreateTimer(_ => Tick(), null, ShownAfter, Between);
        }

        if (IsFollowed)
            NotebookHost.Outer = Advance;
    }

    /// <summary>Cancelled with the caller's token, and when the notebook's cell is interrupted.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether this work has a line, so that text for it is needed.</summary>
    public bool IsWatched => _show is not null;

    private bool IsFollowed => _show is not null || _outer is not null;

    /// <summary>What is done, with the part of what is expected next.</summary>
    private double Reached => Math.Max(_done, _from + _part * _expected);

    /// <summary>Begins work that a notebook shows until it is disposed.</summary>
    /// <param name="title">What it is, in a few words.</param>
    /// <param name="unit">What is counted, in the plural: <c>trials</c>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="time">The clock; the system's when null.</param>
    public static LongWork Begin(string title, string unit, CancellationToken cancellationToken, TimeProvider? time = null) =>
        new(title, unit, time, cancellationToken);

    /// <summary>Reports progress; from any thread.</summary>
    /// <param name="done">From 0 to <paramref name="total"/>.</param>
    /// <param name="total">The total, as far as it is known.</param>
    /// <param name="best">The best so far, as text; null to keep the previous text.</param>
    public void Reach(double done, double total, string? best = null)
    {
        if (!IsFollowed)
            return;
        lock (_gate)
        {
            (_done, _total, _best) = (done, total, best ?? _best);
            Tell();
        }
    }

    /// <summary>Reports that one more is done; from any thread.</summary>
    /// <param name="total">The total.</param>
    public void Step(double total)
    {
        if (!IsFollowed)
            return;
        lock (_gate)
        {
            (_done, _total) = (_done + 1, total);
            Tell();
        }
    }

    /// <summary>Announces that the next nested work is this much of the total; progress so far stays.</summary>
    /// <param name="part">In this work's unit; 0 where the progress of nested work is not shown, such as trials in parallel.</param>
    public void Expect(double part)
    {
        lock (_gate)
            (_from, _expected, _part) = (Reached, part, 0);
    }

    /// <summary>Ends the work. A line that was shown then states what was done.</summary>
    public void Dispose()
    {
        if (IsFollowed)
            NotebookHost.Outer = _outer;
        if (_show is null)
            return;
        _timer!.Dispose();
        lock (_gate)
        {
            if (!_isEnded && _isShown)
                _show(_line!.AtEnd(Reached, _total, _best));
            _isEnded = true;
        }

        _stop!.Dispose();
    }

    /// <summary>The progress of nested work, from 0 to 1.</summary>
    private void Advance(double part)
    {
        lock (_gate)
        {
            if (_expected == 0 || part <= _part)
                return;
            _part = part;
            Tell();
        }
    }

    private void Tell()
    {
        if (_total > 0)
            _outer?.Invoke(Reached / _total);
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (_isEnded)
                return;
            _isShown = true;
            _show!(_line!.Now(Reached, _total, _best, _time.GetElapsedTime(_began)));
        }
    }
}
