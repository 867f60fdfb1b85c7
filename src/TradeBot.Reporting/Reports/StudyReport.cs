using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a study: what was tried, what came out best, and how likely that is luck.</summary>
public static class StudyReport
{
    private const int Leaders = 20, ShownErrors = 10, MostHeatmaps = 3;

    /// <summary>The whole report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="best">The backtest of the best trial, if it shall be reported too.</param>
    public static Report Create(StudyResult study, BacktestResult? best = null)
    {
        Report report = StudyAnalysisReport.Luck(Summary(study, best), study);
        report = StudyAnalysisReport.Parameters(StudyAnalysisReport.Front(report, study), study);
        report = Failures(Slices(Heatmaps(report, study), study), study);
        return best is null ? report : report.Append(BacktestReport.Create(best, study.Verdict()));
    }

    /// <summary>The first screen, the course of the search and the leaders, for a notebook cell.</summary>
    public static Report Summary(StudyResult study) => Summary(study, null);

    private static Report Summary(StudyResult study, BacktestResult? run)
    {
        ArgumentNullException.ThrowIfNull(study);
        StudyVerdict verdict = study.Verdict();
        Report report = Report.Titled($"Study: {study.Name}")
            .Fact("Tried", Wording.Count(study.TrialCount, "trial"), $"by {study.Sampler}, seed {ValueFormat.Auto.Format(study.Seed)}, over {study.Space}")
            .Fact("Data", study.DataHash is string hash ? $"SHA-256 {Short(hash)}" : "not stated", Earlier(study));
        if (study.Best is Trial best)
            report = report.Fact("Best", ValueFormat.Significant(5).Format(best.Value), $"trial {ValueFormat.Auto.Format(best.Number)}: {best.Parameters}");

        report = SearchHistory.AddHoldout(VerdictReport.Facts(Conditions(report, run), verdict), study.HoldoutOpenings).Prose(verdict.Sentence);
        foreach (HoldoutOpening opening in study.HoldoutOpenings)
            report = report.Warning($"The holdout of this data was {opening}. What was chosen since then may have seen it.");
        if (!study.IsFinished)
            report = report.Warning("The study stopped at its time limit before all its trials were made.");
        if (study.FailedCount > 0)
            report = report.Warning(FormattableString.Invariant($"{study.FailedCount:N0} of {Wording.Count(study.TrialCount, "trial")} failed; they count as trials."));
        return report.Chart(StudyCharts.History(study)).Table(Leaderboard(study));
    }

    // On which candles and at what cost, which only a run knows.
    private static Report Conditions(Report report, BacktestResult? run)
    {
        if (run is null)
            return report;

        foreach (DataManifest data in run.Manifest.Data)
            report = report.Fact("Candles", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data));
        return report.Fact("Costs of the best", ValueFormat.Number(2).Format(run.Costs.Total), BacktestReport.CostsByKind(run.Costs));
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] + "…" : hash;

    private static string Earlier(StudyResult study) => study.DataHash is null
        ? "so its trials count in no later study, nor earlier ones here"
        : study.EarlierTrials == 0
        ? "no earlier trial on it is known"
        : $"counted too: {Wording.Count(study.EarlierTrials, "earlier trial")} on it";

    private static Table Leaderboard(StudyResult study)
    {
        IEnumerable<Trial> complete = study.Trials.Where(t => t.State == TrialState.Complete);
        IOrderedEnumerable<Trial> ranked = study.Direction == StudyDirection.Maximize
            ? complete.OrderByDescending(t => t.Value)
            : complete.OrderBy(t => t.Value);
        TableBuilder<(Trial Trial, int Rank)> table = Table.Of(ranked.ThenBy(t => t.Number).Select((trial, i) => (Trial: trial, Rank: i + 1)))
            .Column("Rank", row => row.Rank)
            .Column("Objective", row => row.Trial.Value, ValueFormat.Significant(5));
        foreach (string name in StudyCharts.ParametersOf(study))
            table = table.Column(name, row => row.Trial.Parameters.TryGet(name, out ParameterValue value) ? value.ToString() : "");
        return table.Column("Trial", row => row.Trial.Number).Build().Head(Leaders).WithCaption("The leaders");
    }

    private static Report Heatmaps(Report report, StudyResult study)
    {
        string[] names = StudyCharts.ParametersOf(study);
        var pairs = names.SelectMany((x, i) => names.Skip(i + 1).Select(y => (X: x, Y: y))).Take(MostHeatmaps);
        Report begun = report.Section("Objective over two parameters");
        Report longer = begun;
        foreach ((string x, string y) in pairs)
        {
            HeatmapData data = study.Heatmap(x, y);
            if (StudyCharts.IsGrid(data))
                longer = longer.Chart(StudyCharts.Heatmap(data));
        }

        return ReferenceEquals(longer, begun) ? report : longer;
    }

    private static Report Slices(Report report, StudyResult study)
    {
        Chart[] slices = [.. StudyCharts.ParametersOf(study).Select(name => StudyCharts.Slice(study, name)).OfType<Chart>()];
        if (slices.Length > 0)
            report = report.Section("Objective over each parameter");
        foreach (Chart slice in slices)
            report = report.Chart(slice);
        return report;
    }

    private static Report Failures(Report report, StudyResult study)
    {
        if (study.FailedCount == 0)
            return report;

        Table errors = Table.Of(study.Trials.Where(t => t.State == TrialState.Failed).GroupBy(t => t.Error ?? "").OrderByDescending(g => g.Count()).ThenBy(g => g.First().Number))
            .Column("Error", g => g.Key)
            .Column("Trials", g => g.Count())
            .Column("First", g => g.First().Parameters.ToString())
            .Build();
        return report.Section("Failed trials").Table(errors.Head(ShownErrors));
    }
}
