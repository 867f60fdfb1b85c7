using TradeBot.MarketData;

namespace TradeBot.Sessions;

/// <summary>Compares the fills of a session with those of its backtest; the README has the rules.</summary>
internal sealed class FillComparison
{
    private readonly SessionLedger _ledger;
    private readonly TimeSpan _near;

    private FillComparison(SessionLedger ledger, TimeSpan near) => (_ledger, _near) = (ledger, near);

    /// <param name="ledger">The ledger of the session.</param>
    /// <param name="expected">The fills of the backtest.</param>
    /// <param name="candle">Timeframe of the candles that determine fills.</param>
    public static IReadOnlyList<FillDifference> Of(SessionLedger ledger, IEnumerable<SessionFill> expected, TimeSpan candle)
    {
        var comparison = new FillComparison(ledger, 2 * candle);
        ILookup<string, SessionFill> actual = ledger.Fills.Select(SessionSummary.FillOf).ToLookup(f => f.Symbol), other = expected.ToLookup(f => f.Symbol);
        return
        [
            .. actual.Select(g => g.Key).Union(other.Select(g => g.Key)).SelectMany(symbol => comparison.Pair(symbol, [.. actual[symbol]], [.. other[symbol]]))
                .OrderBy(d => (d.Actual ?? d.Expected)!.Time),
        ];
    }

    private List<FillDifference> Pair(string symbol, SessionFill[] actual, SessionFill[] expected)
    {
        List<FillDifference> found = [];
        bool differs = false;
        for (int i = 0, j = 0; i < actual.Length || j < expected.Length;)
        {
            SessionFill? a = i < actual.Length ? actual[i] : null, e = j < expected.Length ? expected[j] : null;
            FillDifference next;
            if (a is not null && e is not null && a.Side == e.Side && (a.Time - e.Time).Duration() <= _near)
            {
                next = Matched(symbol, a, e);
                (i, j) = (i + 1, j + 1);
            }
            else if (e is null || (a is not null && a.Time <= e.Time))
            {
                next = Alone(symbol, a, null, differs);
                i++;
            }
            else
            {
                next = Alone(symbol, null, e, differs);
                j++;
            }

            differs |= next.Cause is not (DifferenceCause.None or DifferenceCause.Fee);
            found.Add(next);
        }

        return found;
    }

    private FillDifference Matched(string symbol, SessionFill actual, SessionFill expected)
    {
        List<(DifferenceCause Cause, string Text)> causes = [];
        if (actual.Price != expected.Price)
            causes.Add((DifferenceCause.Price, FormattableString.Invariant($"at {actual.Price} instead of {expected.Price}")));
        if (actual.Quantity != expected.Quantity)
            causes.Add((DifferenceCause.Size, FormattableString.Invariant($"{actual.Quantity} instead of {expected.Quantity}")));
        if (actual.Time != expected.Time)
            causes.Add((DifferenceCause.Time, FormattableString.Invariant($"at {actual.Time:HH:mm:ss} instead of {expected.Time:HH:mm:ss}")));
        if (Rate(actual) != Rate(expected))
            causes.Add((DifferenceCause.Fee, FormattableString.Invariant($"a fee of {Rate(actual)} of the value instead of {Rate(expected)}")));
        if (actual.Time != expected.Time && NoticeNear(actual.Time) is { } notice)
            causes.Insert(0, (DifferenceCause.MissedCandle, $"after a candle notice: {notice.Text}"));
        return causes.Count == 0
            ? new FillDifference(symbol, actual, expected, DifferenceCause.None, "")
            : new FillDifference(symbol, actual, expected, causes[0].Cause, $"Filled {string.Join(", ", causes.Select(c => c.Text.TrimEnd('.')))}.");
    }

    // Fees are rounded to 8 decimals, so rates are compared only to that accuracy.
    private static decimal Rate(SessionFill fill) => fill.Paid == 0 ? 0 : Math.Round(fill.Fee / Math.Abs(fill.Paid), 6);

    private FillDifference Alone(string symbol, SessionFill? actual, SessionFill? expected, bool differs)
    {
        DateTime to = (actual ?? expected)!.Time, from = to - _near;
        bool IsNear(DateTime time) => time >= from && time <= to;
        string what = actual is null ? "The session has no such fill" : "The backtest has no such fill";
        if (_ledger.Refusals.FirstOrDefault(r => r.Symbol == symbol && IsNear(UnixTime.ToDateTime(r.Time))) is { } refused && actual is null)
            return new FillDifference(symbol, actual, expected, DifferenceCause.Refusal, $"{what}: {refused.Reason}");
        if (_ledger.Changes.LastOrDefault(c => UnixTime.ToDateTime(c.Time) <= to) is { } change && (change.State != TradingState.Active || IsNear(UnixTime.ToDateTime(change.Time))) && !IsStart(change))
            return new FillDifference(symbol, actual, expected, DifferenceCause.Intervention, $"{what}: {change.By} changed the session to {change.State.ToString().ToLowerInvariant()}: {change.Why}");
        if (NoticeNear(to) is { } notice)
            return new FillDifference(symbol, actual, expected, DifferenceCause.MissedCandle, $"{what}: {notice.Text}");
        return differs
            ? new FillDifference(symbol, actual, expected, DifferenceCause.Consequence, $"{what}: the positions differed before.")
            : new FillDifference(symbol, actual, expected, DifferenceCause.Unexplained, $"{what}, and nothing in the journal explains it.");
    }

    /// <summary>A candle of any feed may have changed a decision.</summary>
    private CandleNotice? NoticeNear(DateTime to) =>
        _ledger.Notices.FirstOrDefault(n => n.Fault is not (CandleFault.Repeated or CandleFault.Revised) && n.Time >= to - _near && n.Time <= to);

    /// <summary>The first change allows trading and is not an intervention.</summary>
    private bool IsStart(StateEntry change) => ReferenceEquals(change, _ledger.Changes[0]) && change.State == TradingState.Active;
}
