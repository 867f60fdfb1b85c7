using TradeBot.Strategies;

namespace TradeBot.Reporting;

/// <summary>The report on a causality check.</summary>
public static class CausalityCheckReport
{
    /// <summary>The verdict, the amount replayed, and every finding.</summary>
    public static Report Create(CausalityReport check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Report report = Report.Titled($"Causality of {check.Subject}")
            .Fact("Result", check.IsCausal ? "causal" : "looks ahead", tone: check.IsCausal ? FactTone.Good : FactTone.Bad)
            .Fact("Replayed", ValueFormat.Integer.Format(check.Replayed), FormattableString.Invariant($"of {check.Decisions:N0} decisions, seed {check.Seed}"))
            .Prose(check.IsCausal ? "No decision depends on later candles." : "Decisions change with candles that were not yet known.");
        return check.IsCausal ? report : report.Table(Findings(check));
    }

    private static Table Findings(CausalityReport check) => Table.Of(check.Findings)
        .Column("Decided", f => f.Time, unit: "UTC")
        .Column("Symbol", f => f.Symbol)
        .Column("Value", f => f.Value)
        .Column("As it came", f => f.Expected)
        .Column("Otherwise", f => f.Actual)
        .Column("Found by", f => f.Probe.ToString())
        .Build();
}
