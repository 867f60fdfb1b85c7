using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Replays candles to a session as they closed, and records its decisions.</summary>
/// <remarks>
/// At each time the candles come in the order of their feeds, then the decision. At some times, the same in
/// every replay, a protected position is closed as if a level had been hit, so that the handling of exits is checked too.
/// </remarks>
internal sealed class DecisionReplay
{
    private const int ExitStride = 13;

    private readonly IStrategySession _session;
    private readonly IReadOnlyList<CandleSeries> _series;
    private readonly DrivenTargets _targets;
    private readonly int[] _next;

    public DecisionReplay(IStrategy strategy, IReadOnlyList<CandleSeries> series)
    {
        string[] symbols = [.. series.Select(s => s.Symbol).Distinct()];
        _series = series;
        _targets = new DrivenTargets(symbols);
        _next = new int[series.Count];
        Trace = new DecisionTrace(symbols);
        _session = strategy.Start([.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))]);
    }

    public DecisionTrace Trace { get; }

    public IStrategySession Session => _session;

    /// <summary>Replays up to and including a time, or to the end.</summary>
    public void Run(DateTime until)
    {
        try
        {
            while (Trace.Error is null && Moment() is var now && now <= until && now != DateTime.MaxValue)
                Step(now);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Trace.Error = error; // reported as a finding, or rethrown by the reference run
        }
    }

    private DateTime Moment()
    {
        DateTime now = DateTime.MaxValue;
        for (int feed = 0; feed < _next.Length; feed++)
        {
            if (_next[feed] < _series[feed].Count && _series[feed].CloseTimeAt(_next[feed]) is var close && close < now)
                now = close;
        }

        return now;
    }

    private void Step(DateTime now)
    {
        for (int feed = 0; feed < _next.Length; feed++)
        {
            if (_next[feed] < _series[feed].Count && _series[feed].CloseTimeAt(_next[feed]) == now)
                _session.OnCandle(feed, _series[feed][_next[feed]++]);
        }

        _session.Decide(_targets);
        Trace.Add(now, _targets);
        for (int symbol = 0; symbol < _targets.Count; symbol++)
        {
            if (Trace.Times.Count % ExitStride == 0 && !_targets.LevelsOf(symbol).IsEmpty)
                _targets.Close(symbol, ProtectiveExit.Stop);
        }
    }
}
