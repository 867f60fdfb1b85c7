using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a search that was repeated on the past alone and judged on what followed.</summary>
public static class WalkForwardReport
{
    /// <summary>On which candles, at what cost and after how many trials; then what was chosen in each fold and what it earned.</summary>
    /// <param name="validation">The folds.</param>
    /// <param name="data">The candles that they divide.</param>
    /// <param name="conditions">The conditions of every trial.</param>
    /// <param name="search">What is known of the trials made on the candles; null for nothing.</param>
    public static Report Create(ValidationResult validation, DataManifest data, BacktestOptions conditions, SearchHistory? search = null)
    {
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(conditions);
        search ??= SearchHistory.Unknown;
        Report report = Report.Titled($"Walk-forward: {validation.Name}")
            .Fact("Tested", validation.Name, $"searched anew in {Wording.Count(validation.Folds.Count, "fold")}, judged on what followed")
            .Fact("Data", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data))
            .Fact("Cost to trade", $"taker fee {ValueFormat.BasisPoints().Format(conditions.Fees.Taker)}", $"slippage {conditions.Slippage}, charged in every trial")
            .Fact(
                "Trials behind it", Wording.Count(validation.TrialCount, "trial"),
                search.TrialsOnData is int trials ? $"in the folds; {ValueFormat.Integer.Format(trials)} different ones on the ledger of the whole data" : "in the folds; no ledger of others was given");
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        return report.Append(StudyValidationReport.Create(validation)).Charts(Small(validation));
    }

    private static ChartGrid Small(ValidationResult validation) => ChartGrid
        .Of(validation.Folds.Select(fold => StudyCharts.History(fold.Search).WithTitle($"Fold {ValueFormat.Auto.Format(fold.Fold.Number)}")))
        .WithTitle("The course of the search in each fold");
}
