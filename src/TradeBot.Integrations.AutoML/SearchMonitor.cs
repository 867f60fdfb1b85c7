using System.Text.Json;
using Microsoft.ML.AutoML;

namespace TradeBot.Integrations.AutoML;

/// <summary>Passes on what AutoML reports, and keeps every trial.</summary>
internal sealed class SearchMonitor(string space, IProgress<MlNetTrial>? progress) : IMonitor
{
    private readonly List<MlNetTrial> _trials = [];

    public IReadOnlyList<MlNetTrial> Trials => _trials;

    public void ReportCompletedTrial(TrialResult result) => Add(result.TrialSettings, result.Metric, error: null);

    public void ReportFailTrial(TrialSettings settings, Exception exception = null!) => Add(settings, double.NaN, exception?.Message ?? "AutoML gave no reason");

    public void ReportBestTrial(TrialResult result)
    {
        // the leaderboard tells
    }

    public void ReportRunningTrial(TrialSettings setting)
    {
        // a trial counts when it ends
    }

    private void Add(TrialSettings settings, double auc, string? error)
    {
        string parameters = JsonSerializer.Serialize(settings.Parameter[space]);
        var trial = new MlNetTrial(settings.TrialId, TrialMethod.Of(parameters), auc, parameters, error);
        _trials.Add(trial);
        progress?.Report(trial);
    }
}
