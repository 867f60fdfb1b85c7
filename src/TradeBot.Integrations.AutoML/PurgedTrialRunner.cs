using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using TradeBot.Integrations.MLNet;
using TradeBot.Learning;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Integrations.AutoML;

/// <summary>Evaluates a trial on folds that know the labels' spans; AutoML's own runners would divide the rows at random.</summary>
internal sealed class PurgedTrialRunner(
    string space, SweepablePipeline pipeline, Dataset data, IReadOnlyList<Fold> folds, int seed, CancellationToken cancellationToken) : ITrialRunner
{
    public Task<TrialResult> RunAsync(TrialSettings settings, CancellationToken ct) => Task.Run(() => Run(settings, ct), ct);

    public void Dispose()
    {
        // nothing is held
    }

    private TrialResult Run(TrialSettings settings, CancellationToken ct)
    {
        long start = Stopwatch.GetTimestamp();
        List<int> rows = [];
        List<double> ranks = [];
        foreach (Fold fold in folds)
        {
            ct.ThrowIfCancellationRequested();
            cancellationToken.ThrowIfCancellationRequested(); // before a first trial is completed AutoML does not pass it on
            rows.AddRange(fold.Test.Span);
            ranks.AddRange(Ranks(settings, fold));
        }

        double auc = MlNetScores.Auc(data, [.. rows], [.. ranks]);
        return new TrialResult
        {
            TrialSettings = settings,
            Metric = auc,
            Loss = double.IsNaN(auc) ? 1 : 1 - auc,
            DurationInMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds,
        };
    }

    private IEnumerable<double> Ranks(TrialSettings settings, Fold fold)
    {
        var ml = new MLContext(TrialSeed.Derive(seed, settings.TrialId));
        var estimator = pipeline.BuildFromOption(ml, settings.Parameter[space]);
        MlNetTargets targets = MlNetTargets.Of(data, fold.Train.Span, MlNetTask.Binary, double.NegativeInfinity);
        ITransformer model = estimator.Fit(MlNetRows.ForTraining(ml, data, targets));
        return model.Transform(MlNetRows.Load(ml, data, fold.Test.Span, MlNetTask.Binary, [])).GetColumn<float>("Score").Select(score => 1 / (1 + Math.Exp(-score)));
    }
}
