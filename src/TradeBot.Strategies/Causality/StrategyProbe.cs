using System.Runtime.ExceptionServices;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>One causality check of a strategy.</summary>
internal sealed class StrategyProbe(
    Func<IReadOnlyList<CandleSeries>, IStrategy> make, IReadOnlyList<CandleSeries> series, CausalityOptions options, bool isMadeOfData, CancellationToken cancellationToken)
{
    private readonly List<CausalityFinding> _findings = [];
    private DecisionTrace _reference = new([]);

    public CausalityReport Run()
    {
        IStrategy strategy = make(series);
        _reference = Replay(strategy, series, DateTime.MaxValue);
        if (_reference.Error is { } error)
            ExceptionDispatchInfo.Throw(error);

        int[] sample = CausalityCheck.Sample(_reference.Times.Count, options);
        if (_reference.Times.Count > 0)
            Probe(strategy, sample);
        return new CausalityReport(strategy.Name, _reference.Times.Count, sample.Length, options.Seed, _findings);
    }

    private bool IsFull => _findings.Count >= options.MaxFindings;

    private void Probe(IStrategy strategy, int[] sample)
    {
        if (options.Inspect)
            Inspect(strategy);
        Compare(Replay(make(series), series, DateTime.MaxValue), CausalityProbe.Repeated);
        foreach (int decision in sample)
        {
            if (IsFull)
                return;
            cancellationToken.ThrowIfCancellationRequested();
            DateTime now = _reference.Times[decision];
            CandleSeries[] past = [.. series.Select(s => Futures.Truncate(s, now))];
            Compare(Replay(make(past), past, now), CausalityProbe.Truncated);
            CandleSeries[] other = [.. series.Select((s, i) => Futures.Perturb(s, now, HashCode(decision, i)))];
            Compare(Replay(make(other), other, now), CausalityProbe.Perturbed);
        }

        for (int i = 0; i < options.Interleavings && !IsFull; i++)
            Compare(Interleave(_reference.Times[(i + 1) * (_reference.Times.Count - 1) / (options.Interleavings + 1)], i), CausalityProbe.Interleaved);
    }

    /// <summary>Runs to a time, lets another session see a different future, and continues.</summary>
    private DecisionTrace Interleave(DateTime now, int index)
    {
        IStrategy strategy = make(series);
        var replay = new DecisionReplay(strategy, series);
        replay.Run(now);
        CandleSeries[] other = [.. series.Select((s, i) => Futures.Perturb(s, now, HashCode(-1 - index, i)))];
        Replay(strategy, other, DateTime.MaxValue);
        replay.Run(DateTime.MaxValue);
        return replay.Trace;
    }

    private void Inspect(IStrategy strategy)
    {
        DateTime first = _reference.Times[0];
        foreach (string call in CodeInspection.Calls(strategy.GetType(), NewSession(strategy, series).GetType()))
            _findings.Add(new CausalityFinding(CausalityProbe.Code, first, strategy.Name, "its code calls", "nothing", call));

        // Created from data: give it half, and look for the other half. Otherwise no candle may be found.
        DateTime cut = isMadeOfData ? _reference.Times[_reference.Times.Count / 2] : DateTime.MinValue;
        CandleSeries[] past = [.. series.Select(s => Futures.Truncate(s, cut))];
        IStrategy fresh = isMadeOfData ? make(past) : strategy;
        CandleSeries[] future = [.. series.Select(s => s.Slice(Futures.ClosedAt(s, cut), s.Count - Futures.ClosedAt(s, cut)))];
        foreach (string held in new HeldCandles(future).Find(fresh, NewSession(fresh, series)))
            _findings.Add(new CausalityFinding(CausalityProbe.Held, first, strategy.Name, "it holds", "nothing", held));
    }

    private static IStrategySession NewSession(IStrategy strategy, IReadOnlyList<CandleSeries> series) =>
        strategy.Start([.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))]);

    private static DecisionTrace Replay(IStrategy strategy, IReadOnlyList<CandleSeries> series, DateTime until)
    {
        var replay = new DecisionReplay(strategy, series);
        replay.Run(until);
        return replay.Trace;
    }

    private void Compare(DecisionTrace other, CausalityProbe probe)
    {
        if (_reference.FirstDifference(other, probe) is { } difference && !_findings.Contains(difference))
            _findings.Add(difference);
    }

    private int HashCode(int decision, int feed) => unchecked((options.Seed * 7919) + (decision * 31) + feed);
}
