using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a search that was repeated on the past alone and evaluated on what followed.</summary>
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
        double years = (data.To - data.From).TotalDays / 365;
        Report report = StudyValidationReport.Opening(Report.Titled($"Walk-forward: {StudyOf(validation)}"), validation, years > 0 ? data.Candles / years : double.NaN)
            .Section("How it was tested")
            .Fact("Tested", StudyOf(validation), $"searched again in {Wording.Count(validation.Folds.Count, "fold")}, each evaluated on what followed")
            .Fact("Data", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data))
            .Fact("Cost to trade", $"taker fee {ValueFormat.BasisPoints().Format(conditions.Fees.Taker)}", $"slippage {conditions.Slippage}, charged in every trial")
            .Fact(
                "Trials counted", search.TrialsOnData is int trials ? ValueFormat.Integer.Format(trials) : "unknown",
                search.TrialsOnData is null ? "no ledger was given; trials made elsewhere are not counted" : "different ones on the whole data, by the ledger");
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        return BacktestReport.DataFeet(StudyValidationReport.Details(report, validation).Charts(Small(validation)), [data]);
    }

    private static string StudyOf(ValidationResult validation) => validation.Name.Replace($", {validation.Split}", "", StringComparison.Ordinal);

    private static ChartGrid Small(ValidationResult validation) => ChartGrid
        .Of(validation.Folds.Select(fold => StudyCharts.History(fold.Search).WithTitle($"Fold {ValueFormat.Auto.Format(fold.Fold.Number)}")))
        .WithTitle("The course of the search in each fold");
}
