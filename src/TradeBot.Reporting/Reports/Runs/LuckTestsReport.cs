using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The report on the luck tests of a study.</summary>
public static class LuckTestsReport
{
    private const double Usual = 0.05;

    /// <summary>Each test with its p-value, and the corrected best Sharpe ratio.</summary>
    public static Report Create(LuckTests tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        LuckTest[] all = [tests.RealityCheck, tests.SuperiorAbility, tests.StepDown];
        Table table = Table.Of(all)
            .Column("Test", t => t.Name)
            .Column("p-value", t => t.PValue, ValueFormat.Significant(3))
            .Column("Reading", t => t.PValue <= Usual ? "luck alone rarely does as well" : "luck alone does as well")
            .Build();
        return Report.Titled("Tests of luck")
            .Fact("Better than 0", Wording.Count(tests.SignificantTrials, "trial"), "at 5 % after the step-down")
            .Fact("Best Sharpe ratio", ValueFormat.Significant(3).Format(tests.Haircut.Sharpe), $"per observation; {ValueFormat.Significant(3).Format(tests.Haircut.AdjustedSharpe)}after a correction for every trial")
            .Fact("95 % confidence interval", $"{ValueFormat.Significant(3).Format(tests.Interval.Low)} and {ValueFormat.Significant(3).Format(tests.Interval.High)}", "95 %, stationary bootstrap")
            .Table(table);
    }
}
