namespace TradeBot.Strategies;

/// <summary>The decisions at each time of a replay.</summary>
internal sealed class DecisionTrace(IReadOnlyList<string> symbols)
{
    private readonly List<DateTime> _times = [];
    private readonly List<double> _exposures = [];
    private readonly List<ProtectiveLevels> _levels = [];

    public IReadOnlyList<DateTime> Times => _times;

    /// <summary>The exception that the strategy threw, if any; the trace ends there.</summary>
    public Exception? Error { get; set; }

    public void Add(DateTime time, TargetExposures targets)
    {
        _times.Add(time);
        for (int symbol = 0; symbol < symbols.Count; symbol++)
        {
            _exposures.Add(targets[symbol]);
            _levels.Add(targets.LevelsOf(symbol));
        }
    }

    /// <summary>The first decision that differs in another trace; null when none does.</summary>
    /// <param name="other">A trace of the same times, or of the first of them.</param>
    /// <param name="probe">The probe that produced the other trace.</param>
    public CausalityFinding? FirstDifference(DecisionTrace other, CausalityProbe probe)
    {
        for (int step = 0; step < other._times.Count; step++)
        {
            for (int symbol = 0; symbol < symbols.Count; symbol++)
            {
                if (Difference(other, (step * symbols.Count) + symbol) is { } found)
                    return new CausalityFinding(probe, _times[step], symbols[symbol], found.Value, found.Expected, found.Actual);
            }
        }

        return other.Error is null
            ? null
            : new CausalityFinding(probe, _times[other._times.Count], symbols[0], "decision", "made", $"the strategy failed ({other.Error.Message})");
    }

    private (string Value, string Expected, string Actual)? Difference(DecisionTrace other, int at)
    {
        if (_exposures[at] != other._exposures[at])
            return ("exposure", FormattableString.Invariant($"{_exposures[at]}"), FormattableString.Invariant($"{other._exposures[at]}"));
        ProtectiveLevels mine = _levels[at], theirs = other._levels[at];
        if (mine.Stop != theirs.Stop)
            return ("stop", mine.Stop.ToString(), theirs.Stop.ToString());
        if (mine.TakeProfit != theirs.TakeProfit)
            return ("take profit", mine.TakeProfit.ToString(), theirs.TakeProfit.ToString());
        if (mine.TrailingStop != theirs.TrailingStop)
            return ("trailing stop", mine.TrailingStop.ToString(), theirs.TrailingStop.ToString());
        if (mine.BreakEven != theirs.BreakEven)
            return ("break even", mine.BreakEven.ToString(), theirs.BreakEven.ToString());
        return Equals(mine.Partials, theirs.Partials) ? null : ("partial targets", $"{mine.Partials}", $"{theirs.Partials}");
    }
}
