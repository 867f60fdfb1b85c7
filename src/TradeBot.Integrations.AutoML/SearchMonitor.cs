using System.Text.Json;
using Microsoft.ML.AutoML;

namespace TradeBot.Integrations.AutoML;

/// <summary>Passes on what AutoML reports, and keeps every trial.</summary>
internal sealed class SearchMonitor(string space, IProgress<MlNetTrial>? progress) : IMonitor
{
    private readonly List<MlNetTrial> _trials = [];

    public IReadOnlyList<MlNetTrial> Trials => _trials;

    public void ReportCompletedTrial(TrialResult result) => Add(new MlNetTrial(result.TrialSettings.TrialId, result.Metric, Text(result.TrialSettings)));

    public void ReportFailTrial(TrialSettings settings, Exception exception = null!) =>
        Add(new MlNetTrial(settings.TrialId, double.NaN, Text(settings), exception?.Message ?? "it gave no reason"));

    public void ReportBestTrial(TrialResult result)
    {
        // the leaderboard tells
    }

    public void ReportRunningTrial(TrialSettings setting)
    {
        // a trial counts when it ends
    }

    private string Text(TrialSettings settings) => JsonSerializer.Serialize(settings.Parameter[space]);

    private void Add(MlNetTrial trial)
    {
        _trials.Add(trial);
        progress?.Report(trial);
    }
}
