using System.Globalization;
using Spectre.Console;
using TradeBot.Optimization;

namespace TradeBot.Cli.Printing;

/// <summary>Shows the progress of a study on a terminal, and its results.</summary>
internal sealed class StudyPrinter
{
    private const int Leaders = 10;

    private readonly IAnsiConsole _console;
    private readonly DataPrinter _printer;

    public StudyPrinter(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _printer = new DataPrinter(output);
    }

    /// <summary>True to print JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>Does the work under a line with its progress and the best so far; without a terminal nothing is shown.</summary>
    public StudyResult Watch(Func<IProgress<StudyProgress>, StudyResult> work) => _console.Profile.Out.IsTerminal && !AsJson
        ? _console.Status().Start("starting", context => work(new Line(context)))
        : work(new Line(null));

    public void Print(StudyResult study)
    {
        StudyVerdict verdict = study.Verdict();
        if (AsJson)
        {
            PrintJson(study, verdict);
            return;
        }

        _printer.Line($"study     {study.Name}");
        _printer.Line(FormattableString.Invariant($"tried     {study.TrialCount:N0} trials by {study.Sampler}, seed {study.Seed}, over {study.Space}"));
        if (study.Path is string path)
            _printer.Line($"run by    {path}");
        if (study.DataHash is string hash)
            _printer.Line(FormattableString.Invariant($"data      SHA-256 {hash[..12]}, {study.EarlierTrials:N0} earlier trials on it counted too"));
        foreach (HoldoutOpening opening in study.HoldoutOpenings)
            _printer.Line($"holdout   {opening}");
        if (!study.IsFinished)
            _printer.Line("stopped   the time limit was reached before all trials were made: tradebot study resume continues");
        foreach (IGrouping<TrialState, Trial> state in study.Trials.GroupBy(t => t.State).Where(g => g.Key != TrialState.Complete).OrderBy(g => g.Key))
            _printer.Line(FormattableString.Invariant($"{state.Key.ToString().ToLowerInvariant(),-9} {state.Count():N0} trials{(state.First().Error is string error ? $", the first: {error}" : "")}"));
        _printer.Table(["#rank", "#objective", "parameters", "#trial"], LeadersOf(study).Select((t, i) => (string[])[Text(i + 1), Text(t.Value), t.Parameters.ToString(), Text(t.Number)]));
        _printer.Line($"winner    {Plateau.Of(study)}");
        _printer.Line($"verdict   {verdict.Sentence}");
        if (verdict.Caution is string caution)
            _printer.Line($"caution   the probability is {caution}");
    }

    public void PrintAll(IReadOnlyList<(string Name, StudyResult? Study)> studies)
    {
        if (AsJson)
        {
            _printer.Json(studies.Select(s => new { s.Name, Trials = s.Study?.TrialCount ?? 0, Failed = s.Study?.FailedCount ?? 0, Best = s.Study?.Best?.Value, Parameters = s.Study?.Best?.Parameters.ToString() }));
            return;
        }

        _printer.Table(
            ["study", "#trials", "#failed", "#best", "parameters"],
            studies.Select(s => (string[])[s.Name, Text(s.Study?.TrialCount ?? 0), Text(s.Study?.FailedCount ?? 0), Text(s.Study?.Best?.Value ?? double.NaN), s.Study?.Best?.Parameters.ToString() ?? ""]));
    }

    public void PrintWritten(string path)
    {
        if (!AsJson)
            _printer.Line($"written   {path}");
    }

    private void PrintJson(StudyResult study, StudyVerdict verdict) => _printer.Json(new
    {
        study.Name,
        study.Seed,
        study.Sampler,
        study.Space,
        study.Path,
        study.DataHash,
        study.ResultHash,
        Trials = study.TrialCount,
        study.EarlierTrials,
        Failed = study.FailedCount,
        Best = study.Best is Trial best ? new { best.Number, best.Value, Parameters = best.Parameters.ToDictionary(p => p.Key, p => p.Value.ToString()) } : null,
        Verdict = new { verdict.Assessment, verdict.Sentence, verdict.DeflatedProbability, verdict.EffectiveTrials, Overfitting = verdict.Overfitting?.Probability },
        study.HoldoutOpenings,
    });

    private static IEnumerable<Trial> LeadersOf(StudyResult study)
    {
        IEnumerable<Trial> complete = study.Trials.Where(t => t.State == TrialState.Complete);
        return (study.Direction == StudyDirection.Maximize ? complete.OrderByDescending(t => t.Value) : complete.OrderBy(t => t.Value)).Take(Leaders);
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("G5", CultureInfo.InvariantCulture);

    private sealed class Line(StatusContext? context) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (context is not null)
                context.Status = Spectre.Console.Markup.Escape(FormattableString.Invariant($"{value.Ended:N0} trials{(value.Best is Trial best ? $", best {best.Value:G5} at {best.Parameters}" : "")}"));
        }
    }
}
