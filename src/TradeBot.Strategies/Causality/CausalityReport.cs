namespace TradeBot.Strategies;

/// <summary>Result of a causality check.</summary>
[TypeFormatterSource]
public sealed class CausalityReport
{
    internal CausalityReport(string subject, int decisions, int replayed, int seed, IReadOnlyList<CausalityFinding> findings) =>
        (Subject, Decisions, Replayed, Seed, Findings) = (subject, decisions, replayed, seed, findings);

    /// <summary>The strategy or feature that was checked.</summary>
    public string Subject { get; }

    /// <summary>Number of decisions, or values.</summary>
    public int Decisions { get; }

    /// <summary>Number of them replayed without the future and with a different one.</summary>
    public int Replayed { get; }

    /// <summary>The seed of the sample and of the perturbed futures.</summary>
    public int Seed { get; }

    /// <summary>The findings; empty when there are none.</summary>
    public IReadOnlyList<CausalityFinding> Findings { get; }

    /// <summary>True when there are no findings.</summary>
    public bool IsCausal => Findings.Count == 0;

    /// <summary>A summary line, and one line per finding.</summary>
    public override string ToString()
    {
        string verdict = IsCausal ? "no decision depends on later candles" : $"{Findings.Count} {(Findings.Count == 1 ? "finding" : "findings")}";
        string head = FormattableString.Invariant($"{Subject}: {verdict}; {Replayed:N0} of {Decisions:N0} decisions replayed, seed {Seed}.");
        return string.Join("\n", Findings.Select(f => $"  {f}").Prepend(head));
    }
}
