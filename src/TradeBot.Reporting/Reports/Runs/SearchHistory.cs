using TradeBot.Optimization;

namespace TradeBot.Reporting;

/// <summary>What is known of the search behind a result: how often luck was tried, and whether the locked data was seen.</summary>
public sealed record SearchHistory
{
    /// <summary>Nothing is known.</summary>
    public static SearchHistory Unknown { get; } = new();

    /// <summary>The verdict of the study that the strategy was chosen in; null without one.</summary>
    public StudyVerdict? Verdict { get; init; }

    /// <summary>How many different trials a ledger holds on the same data; null without a ledger.</summary>
    public int? TrialsOnData { get; init; }

    /// <summary>How many trials the study itself made; null without one.</summary>
    public int? TrialsInStudy { get; init; }

    /// <summary>When the locked stretch of the data was looked at, oldest first; null where nothing is on record.</summary>
    public IReadOnlyList<HoldoutOpening>? HoldoutOpenings { get; init; }

    /// <summary>What a study knows of itself.</summary>
    public static SearchHistory Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new SearchHistory { Verdict = study.Verdict(), TrialsInStudy = study.TrialCount, TrialsOnData = study.TrialCount + study.EarlierTrials, HoldoutOpenings = study.HoldoutOpenings };
    }

    /// <summary>Whether the holdout was opened, as a fact.</summary>
    internal static Report AddHoldout(Report report, IReadOnlyList<HoldoutOpening>? openings) => openings switch
    {
        null => report.Fact("Holdout", "unknown", "no register of locked data was given"),
        [] => report.Fact("Holdout", "not opened", "no opening is on record"),
        _ => report.Fact("Holdout", $"opened {Wording.Count(openings.Count, "time")}", $"last {openings[^1]}", FactTone.Bad),
    };
}
