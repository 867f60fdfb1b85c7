using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>One causality check of computed columns.</summary>
internal sealed class FeatureProbe(
    string subject,
    Func<CandleSeries, IReadOnlyDictionary<string, double[]>> compute,
    CandleSeries candles,
    CausalityOptions options,
    CancellationToken cancellationToken)
{
    private readonly List<CausalityFinding> _findings = [];

    public CausalityReport Run()
    {
        IReadOnlyDictionary<string, double[]> reference = compute(candles);
        foreach ((string name, double[] column) in reference)
        {
            if (column.Length != candles.Count)
                throw new ArgumentException($"{name} has {column.Length} values for {candles.Count} candles.", nameof(compute));
        }

        int[] sample = CausalityCheck.Sample(candles.Count, options);
        Compare(reference, compute(candles), candles.Count, CausalityProbe.Repeated);
        foreach (int index in sample)
        {
            if (_findings.Count >= options.MaxFindings)
                break;
            cancellationToken.ThrowIfCancellationRequested();
            DateTime now = candles.CloseTimeAt(index);
            Compare(reference, compute(Futures.Truncate(candles, now)), index + 1, CausalityProbe.Truncated);
            Compare(reference, compute(Futures.Perturb(candles, now, options.Seed + index)), index + 1, CausalityProbe.Perturbed);
        }

        return new CausalityReport(subject, candles.Count, sample.Length, options.Seed, _findings);
    }

    /// <summary>Reports the first changed value of each column, among closed candles.</summary>
    private void Compare(IReadOnlyDictionary<string, double[]> reference, IReadOnlyDictionary<string, double[]> other, int count, CausalityProbe probe)
    {
        foreach ((string name, double[] expected) in reference)
        {
            double[] actual = other[name];
            for (int i = 0; i < count; i++)
            {
                if (expected[i].Equals(actual[i]))
                    continue;
                Add(new CausalityFinding(
                    probe, candles.CloseTimeAt(i), candles.Symbol, name, FormattableString.Invariant($"{expected[i]:R}"), FormattableString.Invariant($"{actual[i]:R}")));
                break;
            }
        }
    }

    private void Add(CausalityFinding finding)
    {
        if (!_findings.Contains(finding))
            _findings.Add(finding);
    }
}
