using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;
using TradeBot.Reporting;
using TradeBot.Sessions;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Formatting;

/// <summary>The formats in which values of one type are shown; null for those that it does not have.</summary>
internal sealed record DisplayForm(Func<object, string> Html, Func<object, string>? Plotly, Func<object, string> Text)
{
    private static readonly Dictionary<Type, DisplayForm> Forms = new()
    {
        [typeof(Chart)] = For<Chart>(c => c.ToSvg(), c => c.ToPlotlyJson(), c => c.ToText()),
        [typeof(ChartGrid)] = For<ChartGrid>(g => g.ToSvg(), g => g.ToPlotlyJson(), g => g.ToText()),
        [typeof(Table)] = For<Table>(t => t.ToHtmlFragment(), null, t => t.ToText()),
        [typeof(Report)] = For<Report>(r => r.ToHtmlFragment(), null, r => r.ToText()),
        [typeof(BacktestResult)] = ForReport<BacktestResult>(run => BacktestReport.Summary(run), BacktestCharts.Equity),
        [typeof(BacktestResult[])] = ForReport<BacktestResult[]>(BacktestTableReport.Create, BacktestTableReport.Equity),
        [typeof(BacktestRecord)] = ForReport<BacktestRecord>(run => BacktestReport.Summary(run), BacktestCharts.Equity),
        [typeof(SessionResult)] = ForReport<SessionResult>(SessionReport.Summary, SessionReport.Equity),
        [typeof(EquityCurve)] = ForReport<EquityCurve>(EquityReport.Create, BacktestCharts.Equity),
        [typeof(AmbiguityBounds)] = ForReport<AmbiguityBounds>(AmbiguityReport.Create),
        [typeof(PerformanceSummary)] = ForReport<PerformanceSummary>(PerformanceReport.Create),
        [typeof(Costs)] = ForReport<Costs>(CostsReport.Create),
        [typeof(RunManifest)] = ForReport<RunManifest>(ManifestReport.Create),
        [typeof(StudyResult)] = ForReport<StudyResult>(StudyReport.Summary, StudyCharts.History),
        [typeof(HeatmapData)] = ForChart<HeatmapData>(StudyCharts.Heatmap),
        [typeof(StudyVerdict)] = ForReport<StudyVerdict>(VerdictReport.Create),
        [typeof(LuckTests)] = ForReport<LuckTests>(LuckTestsReport.Create),
        [typeof(ValidationResult)] = ForReport<ValidationResult>(StudyValidationReport.Create, StudyValidationReport.Equity),
        [typeof(BacktestOverfitting)] = ForChart<BacktestOverfitting>(VerdictReport.Logits),
        [typeof(Dataset)] = ForReport<Dataset>(DatasetReport.Create),
        [typeof(LeakageReport)] = ForReport<LeakageReport>(DatasetReport.Leakage),
        [typeof(Evaluation)] = ForReport<Evaluation>(EvaluationReport.Create),
        [typeof(Evaluation[])] = ForReport<Evaluation[]>(EvaluationReport.Compare, EvaluationReport.AucByFold),
        [typeof(ModelComparison)] = ForReport<ModelComparison>(EvaluationReport.Compare, EvaluationReport.AucByFold),
        [typeof(Scores)] = For<Scores>(s => EvaluationReport.Of(s).ToHtmlFragment(), null, s => EvaluationReport.Of(s).ToText()),
        [typeof(CalibrationCurve)] = ForReport<CalibrationCurve>(EvaluationViewReport.Calibration, EvaluationViewReport.CalibrationChart),
        [typeof(GroupedScores)] = ForReport<GroupedScores>(EvaluationViewReport.Groups),
        [typeof(InformationDecay)] = ForReport<InformationDecay>(EvaluationViewReport.Decay, EvaluationViewReport.DecayChart),
        [typeof(ImportanceTable)] = ForReport<ImportanceTable>(ExplanationReport.Importance, ExplanationReport.ImportanceChart),
        [typeof(PartialDependence)] = ForChart<PartialDependence>(ExplanationReport.Dependence),
        [typeof(FeatureSelection)] = ForReport<FeatureSelection>(ExplanationReport.Selection),
        [typeof(AutoMlProgress)] = ForReport<AutoMlProgress>(AutoMlReport.Progress),
        [typeof(AutoMlResult)] = ForReport<AutoMlResult>(AutoMlReport.Create),
        [typeof(ModelVersion)] = ForReport<ModelVersion>(ModelCardReport.Create),
        [typeof(DriftReport)] = ForReport<DriftReport>(ModelWatchReport.Drift),
        [typeof(ModelContest)] = ForReport<ModelContest>(ModelWatchReport.Contest),
        [typeof(CausalityReport)] = ForReport<CausalityReport>(CausalityCheckReport.Create),
        [typeof(ModelCard)] = ForReport<ModelCard>(ModelCardReport.Create),
        [typeof(ValidationReport)] = ForReport<ValidationReport>(CandleQualityReport.Create, CandleQualityReport.Completeness),
        [typeof(RepairLog)] = ForReport<RepairLog>(DataChangeReport.Create),
        [typeof(ImportResult)] = ForReport<ImportResult>(DataChangeReport.Create),
        [typeof(FetchReport)] = For<FetchReport>(f => FetchTable.Of(f).ToHtmlFragment(), null, f => f.ToString()),
        [typeof(CandleSeries)] = ForReport<CandleSeries>(CandleReport.Create, candles => Chart.Candles(candles)),
    };

    /// <summary>The form of a type or of the nearest base class that has one.</summary>
    public static DisplayForm? Of(Type type)
    {
        for (Type? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (Forms.TryGetValue(candidate, out DisplayForm? form))
                return form;
        }

        return null;
    }

    private static DisplayForm ForChart<T>(Func<T, Chart> chart) => For<T>(
        value => chart(value).ToSvg(),
        value => chart(value).ToPlotlyJson(),
        value => chart(value).ToText());

    private static DisplayForm ForReport<T>(Func<T, Report> report, Func<T, Chart>? chart = null) => For<T>(
        value => report(value).ToHtmlFragment(),
        chart is null ? null : value => chart(value).ToPlotlyJson(),
        value => report(value).ToText());

    private static DisplayForm For<T>(Func<T, string> html, Func<T, string>? plotly, Func<T, string> text) =>
        new(value => html((T)value), plotly is null ? null : value => plotly((T)value), value => text((T)value));
}
