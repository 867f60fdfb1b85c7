using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on a study: its trials, the best one, and how likely that is luck.</summary>
public static class StudyReport
{
    private const int Leaders = 20, ShownErrors = 10, MostHeatmaps = 3;

    /// <summary>The whole report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="best">The backtest of the best trial, to be included; null for none.</param>
    public static Report Create(StudyResult study, BacktestResult? best = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        var search = SearchHistory.Of(study);
        BacktestRecord? run = best is null ? null : BacktestRecord.Of(best);
        double annualization = Annualization(run, search);
        Report report = StudyAnalysisReport.Luck(Search(Opening(study, run, search), study, best), study, annualization);
        report = StudyAnalysisReport.Parameters(StudyAnalysisReport.Front(report, study), study);
        report = Failures(Slices(Heatmaps(report, study), study), study);
        return run is null ? report : report.Append(BacktestReport.OfBest(run, search));
    }

    /// <summary>Verdict, figures, the progress of the search and the best trials, for a notebook cell.</summary>
    public static Report Summary(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Search(Opening(study, null, SearchHistory.Of(study)), study, null);
    }

    private static double Annualization(BacktestRecord? run, SearchHistory search) => run is null ? double.NaN : BacktestVerdict.Annualization(run, search.Verdict!);

    // The verdict, six figures, and the equity of the best trial where its run is given.
    private static Report Opening(StudyResult study, BacktestRecord? run, SearchHistory search)
    {
        StudyVerdict verdict = search.Verdict!;
        double annualization = Annualization(run, search);
        Report report = Report.Titled($"Study: {study.Name}").Headline(VerdictReport.Sentence(verdict, annualization), VerdictReport.Tone(verdict.Assessment));
        report = study.Best is Trial best
            ? report.Fact("Best objective", ValueFormat.Significant(5).Format(best.Value), $"trial {ValueFormat.Auto.Format(best.Number)}: {best.Parameters}")
            : report.Fact("Best objective", ValueFormat.Unknown, "no trial is complete", FactTone.Bad);
        report = VerdictReport.Trials(VerdictReport.Facts(report, verdict, annualization), verdict, search.TrialsInStudy);
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        return run is null ? report : report.Chart(BacktestCharts.Equity(run).WithTitle("Equity, drawdown and exposure of the best trial"));
    }

    private static Report Search(Report report, StudyResult study, BacktestResult? run)
    {
        report = report.Section("Search").Fact("Tried", Wording.Count(study.TrialCount, "trial"), $"by {study.Sampler}, seed {ValueFormat.Auto.Format(study.Seed)}, over {study.Space}");
        report = Conditions(report, run).Fact("Earlier trials", study.DataHash is null ? "unknown" : ValueFormat.Integer.Format(study.EarlierTrials), Earlier(study));
        foreach (HoldoutOpening opening in study.HoldoutOpenings)
            report = report.Warning($"The holdout of this data was {opening}. What was chosen since then may depend on it.");
        if (!study.IsFinished)
            report = report.Warning("The study stopped at its time limit before all its trials were made.");
        if (study.FailedCount > 0)
            report = report.Warning(FormattableString.Invariant($"{study.FailedCount:N0} of {Wording.Count(study.TrialCount, "trial")} failed; they count as trials."));
        report = report.Chart(StudyCharts.History(study)).Table(Leaderboard(study));
        return study.DataHash is string hash ? report.Foot("Data, SHA-256", hash) : report;
    }

    // Candles and costs, which are known only from a run.
    private static Report Conditions(Report report, BacktestResult? run)
    {
        if (run is null)
            return report;

        foreach (DataManifest data in run.Manifest.Data)
            report = report.Fact("Data", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data));
        return report.Fact("Costs of the best", ValueFormat.Number(2).Format(run.Costs.Total), BacktestReport.CostsByKind(run.Costs));
    }

    private static string Earlier(StudyResult study) => study.DataHash is null
        ? "the study does not state its data, so later studies do not count its trials"
        : study.EarlierTrials == 0
        ? "no other trial on the same data is known"
        : "on the same data; they are counted too";

    private static Table Leaderboard(StudyResult study)
    {
        Trial[] complete = [.. study.Trials.Where(t => t.State == TrialState.Complete)];
        IOrderedEnumerable<Trial> ranked = study.Direction == StudyDirection.Maximize
            ? complete.OrderByDescending(t => t.Value)
            : complete.OrderBy(t => t.Value);
        TableBuilder<(Trial Trial, int Rank)> table = Table.Of(ranked.ThenBy(t => t.Number).Select((trial, i) => (Trial: trial, Rank: i + 1)))
            .Column("Rank", row => row.Rank)
            .Column("Objective", row => row.Trial.Value, ValueFormat.Significant(5));
        foreach (string name in StudyCharts.ParametersOf(study))
            table = ParameterColumn(table, name, complete);
        return table.Column("Trial", row => row.Trial.Number).Build().Head(Leaders).WithCaption("Best trials");
    }

    private static TableBuilder<(Trial Trial, int Rank)> ParameterColumn(TableBuilder<(Trial Trial, int Rank)> table, string name, IEnumerable<Trial> trials) =>
        trials.All(trial => !trial.Parameters.TryGet(name, out ParameterValue value) || value.IsNumber)
            ? table.Column(name, row => row.Trial.Parameters.TryGet(name, out ParameterValue value) ? (double?)value.ToDouble() : null)
            : table.Column(name, row => row.Trial.Parameters.TryGet(name, out ParameterValue value) ? value.ToString() : "");

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
