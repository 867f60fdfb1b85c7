using System.Globalization;
using Spectre.Console;
using TradeBot.Learning;

namespace TradeBot.Cli.Printing;

/// <summary>Shows the progress of a search on a terminal, and models with their cards.</summary>
internal sealed class ModelPrinter
{
    private const int Leaders = 10;

    private readonly IAnsiConsole _console;
    private readonly DataPrinter _printer;

    public ModelPrinter(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _printer = new DataPrinter(output);
    }

    /// <summary>True to print JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>Does the work under a line with its progress and the best trial so far; without a terminal nothing is shown.</summary>
    public Task<TrainingResult> WatchAsync(Func<IProgress<AutoMlProgress>, Task<TrainingResult>> work) => _console.Profile.Out.IsTerminal && !AsJson
        ? _console.Status().StartAsync("starting", context => work(new Line(context)))
        : work(new Line(null));

    public void Print(Dataset data, AutoMlResult found, ModelVersion version)
    {
        if (AsJson)
        {
            _printer.Json(new
            {
                version.Model,
                Version = version.Number,
                version.Hash,
                found.Trials,
                Score = found.Score.ToString(),
                found.Leaderboard,
                found.Evaluation.Scores,
                found.Holdout,
                Verdict = found.Study.Verdict().Sentence,
            });
            return;
        }

        _printer.Line($"rows      {data}");
        _printer.Table(
            ["#rank", $"#{found.Score}", "method", "features", "#trial"],
            found.Leaderboard.Take(Leaders).Select(e => (string[])[Text(e.Rank), Text(e.Value), e.Trainer, e.Features, Text(e.Trial)]));
        _printer.Line($"chosen    {found.Evaluation}");
        if (found.Holdout is Scores held)
            _printer.Line(FormattableString.Invariant($"held out  AUC {held.Auc:0.0000}, log loss {held.LogLoss:0.0000} (base {held.BaseLogLoss:0.0000}), IC {held.InformationCoefficient:0.0000}, {held.Rows:N0} rows that no trial used"));
        _printer.Line(FormattableString.Invariant($"trials    {found.Trials:N0} on these candles, {found.Study.FailedCount:N0} of this search failed"));
        _printer.Line($"verdict   {found.Study.Verdict().Sentence}");
        _printer.Line($"model     {version.Model} {version.Number}, licensed for {version.Card.Licence.ToString().ToLowerInvariant()}, SHA-256 {version.Hash[..12]}");
    }

    public void PrintAll(IReadOnlyList<ModelVersion> versions)
    {
        if (AsJson)
        {
            _printer.Json(versions.Select(v => new { v.Model, v.Number, v.Registered, v.Hash, v.Bytes, v.Uses, v.Card.Licence, v.Card.Trainer, v.Card.Scores }));
            return;
        }

        _printer.Table(
            ["model", "#version", "serves", "licensed for", "registered", "method", "#AUC", "#IC", "#trials"],
            versions.Select(v => (string[])
            [
                v.Model, Text(v.Number), UsesOf(v), v.Card.Licence.ToString().ToLowerInvariant(), FormattableString.Invariant($"{v.Registered:yyyy-MM-dd HH:mm}"),
                v.Card.Trainer, Text(v.Card.Scores.Auc), Text(v.Card.Scores.InformationCoefficient), v.Card.Trials is int trials ? Text(trials) : "",
            ]));
    }

    public void Print(ModelVersion version, IReadOnlyList<ModelPromotion> promotions)
    {
        if (AsJson)
        {
            _printer.Json(new { version.Model, version.Number, version.Registered, version.Hash, version.Bytes, version.Uses, version.Card, Promotions = promotions });
            return;
        }

        ModelCard card = version.Card;
        _printer.Line($"model     {version.Model} {version.Number}{(version.Uses.Count > 0 ? $", serves {UsesOf(version)}" : "")}, licensed for {card.Licence.ToString().ToLowerInvariant()}");
        _printer.Line($"file      SHA-256 {version.Hash}, {version.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes");
        _printer.Line($"method    {card.Trainer}");
        _printer.Line($"predicts  {card.Label}");
        _printer.Line($"features  {string.Join(", ", card.Features)}");
        _printer.Line(FormattableString.Invariant($"rows      {card.Rows:N0}, SHA-256 {card.DataHash[..12]}, of {card.Source ?? "no candles"}"));
        if (card.Training is TrainingSpan span)
            _printer.Line(FormattableString.Invariant($"trained   on {span.Rows:N0} rows, {span.From:yyyy-MM-dd HH:mm} to {span.Until:yyyy-MM-dd HH:mm} UTC, seed {span.Seed}"));
        _printer.Line(FormattableString.Invariant($"evaluated {card.Split}, seed {card.Seed}: AUC {card.Scores.Auc:0.0000}, log loss {card.Scores.LogLoss:0.0000} (base {card.Scores.BaseLogLoss:0.0000}), IC {card.Scores.InformationCoefficient:0.0000}{(card.Trials is int trials ? FormattableString.Invariant($", best of {trials:N0} trials") : "")}"));
        if (card.Holdout is Scores held)
            _printer.Line(FormattableString.Invariant($"held out  AUC {held.Auc:0.0000}, log loss {held.LogLoss:0.0000}, IC {held.InformationCoefficient:0.0000}, {held.Rows:N0} rows"));
        foreach (ModelPromotion promotion in promotions)
            _printer.Line($"history   {promotion}");
    }

    public void Print(ModelPromotion promotion) => _printer.Line(promotion.ToString());

    public void Print(ModelContest contest)
    {
        if (AsJson)
        {
            _printer.Json(contest);
            return;
        }

        _printer.Table(
            ["model", "#log loss", "#Brier", "#AUC", "#IC", "#rows"],
            [RowOf(contest.Champion, contest.ChampionScores), RowOf(contest.Challenger, contest.ChallengerScores)]);
        _printer.Line($"outcome   {contest}");
    }

    public void Print(DriftReport drift)
    {
        if (AsJson)
        {
            _printer.Json(drift);
            return;
        }

        FeatureDrift[] columns = drift.Predictions is FeatureDrift predictions ? [predictions, .. drift.Columns] : [.. drift.Columns];
        _printer.Table(["column", "#stability index", "#distance", "drifted"], columns.Select(c => (string[])[c.Name, Text(c.StabilityIndex), Text(c.Distance), c.HasDrifted ? "yes" : "no"]));
        _printer.Line($"outcome   {drift}");
    }

    private static string[] RowOf(string model, Scores scores) =>
        [model, Text(scores.LogLoss), Text(scores.Brier), Text(scores.Auc), Text(scores.InformationCoefficient), Text(scores.Rows)];

    private static string UsesOf(ModelVersion version) => string.Join(", ", version.Uses).ToLowerInvariant();

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    private sealed class Line(StatusContext? context) : IProgress<AutoMlProgress>
    {
        public void Report(AutoMlProgress value)
        {
            if (context is not null)
                context.Status = Markup.Escape(value.ToString());
        }
    }
}
