using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a walk-forward: a search repeated on the past and tested on the candles that follow.</summary>
public static class WalkForwardReport
{
    /// <summary>Candles, costs and number of trials; then the choice of each fold and its result.</summary>
    /// <param name="validation">The folds.</param>
    /// <param name="data">The candles that they divide.</param>
    /// <param name="conditions">The conditions of every trial.</param>
    /// <param name="search">The trials made on the candles; null when unknown.</param>
    public static Report Create(ValidationResult validation, DataManifest data, BacktestOptions conditions, SearchHistory? search = null)
    {
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(conditions);
        search ??= SearchHistory.Unknown;
        double years = (data.To - data.From).TotalDays / 365;
        Report report = StudyValidationReport.Opening(Report.Titled($"Walk-forward: {StudyOf(validation)}"), validation, years > 0 ? data.Candles / years : double.NaN)
            .Section("How it was tested")
            .Fact("Tested", StudyOf(validation), $"searched again in {Wording.Count(validation.Folds.Count, "fold")}, each tested on the following candles")
            .Fact("Data", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data))
            .Fact("Cost to trade", $"taker fee {ValueFormat.BasisPoints().Format(conditions.Fees.Taker)}", $"slippage {conditions.Slippage}, charged in every trial")
            .Fact(
                "Trials counted", search.TrialsOnData is int trials ? ValueFormat.Integer.Format(trials) : "unknown",
                search.TrialsOnData is null ? "no ledger was given; trials made elsewhere are not counted" : "different trials on all the data, in the ledger");
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        return BacktestReport.DataFeet(StudyValidationReport.Details(report, validation).Charts(Small(validation)), [data]);
    }

    private static string StudyOf(ValidationResult validation) => validation.Name.Replace($", {validation.Split}", "", StringComparison.Ordinal);

    private static ChartGrid Small(ValidationResult validation) => ChartGrid
        .Of(validation.Folds.Select(fold => StudyCharts.History(fold.Search).WithTitle($"Fold {ValueFormat.Auto.Format(fold.Fold.Number)}")))
        .WithTitle("Progress of the search in each fold");
}
