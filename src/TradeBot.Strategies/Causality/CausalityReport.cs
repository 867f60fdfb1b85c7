namespace TradeBot.Strategies;

/// <summary>What a causality check found.</summary>
[TypeFormatterSource]
public sealed class CausalityReport
{
    internal CausalityReport(string subject, int decisions, int replayed, int seed, IReadOnlyList<CausalityFinding> findings) =>
        (Subject, Decisions, Replayed, Seed, Findings) = (subject, decisions, replayed, seed, findings);

    /// <summary>The strategy or feature that was checked.</summary>
    public string Subject { get; }

    /// <summary>How many decisions, or values, there are.</summary>
    public int Decisions { get; }

    /// <summary>At how many of them the past was replayed without its future, and with another one.</summary>
    public int Replayed { get; }

    /// <summary>The seed of the sample and of the changed futures.</summary>
    public int Seed { get; }

    /// <summary>What was found; empty when nothing was.</summary>
    public IReadOnlyList<CausalityFinding> Findings { get; }

    /// <summary>True when nothing was found.</summary>
    public bool IsCausal => Findings.Count == 0;

    /// <summary>A line that sums up, and one per finding.</summary>
    public override string ToString()
    {
        string verdict = IsCausal ? "no decision depends on later candles" : $"{Findings.Count} {(Findings.Count == 1 ? "finding" : "findings")}";
        string head = FormattableString.Invariant($"{Subject}: {verdict}; {Replayed:N0} of {Decisions:N0} decisions replayed, seed {Seed}.");
        return string.Join("\n", Findings.Select(f => $"  {f}").Prepend(head));
    }
}
