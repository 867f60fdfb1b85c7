using TradeBot.Optimization;

namespace TradeBot.Reporting;

/// <summary>The search behind a result, as far as it is known: the number of trials, and the openings of the holdout.</summary>
public sealed record SearchHistory
{
    /// <summary>An unknown history.</summary>
    public static SearchHistory Unknown { get; } = new();

    /// <summary>The verdict of the study in which the strategy was chosen; null without one.</summary>
    public StudyVerdict? Verdict { get; init; }

    /// <summary>Number of different trials on the same data in the ledger; null without a ledger.</summary>
    public int? TrialsOnData { get; init; }

    /// <summary>Number of trials of the study; null without one.</summary>
    public int? TrialsInStudy { get; init; }

    /// <summary>The openings of the data's holdout, oldest first; null without a register.</summary>
    public IReadOnlyList<HoldoutOpening>? HoldoutOpenings { get; init; }

    /// <summary>The history of a study.</summary>
    public static SearchHistory Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new SearchHistory { Verdict = study.Verdict(), TrialsInStudy = study.TrialCount, TrialsOnData = study.TrialCount + study.EarlierTrials, HoldoutOpenings = study.HoldoutOpenings };
    }

    /// <summary>Whether the holdout was opened, as a fact.</summary>
    internal static Report AddHoldout(Report report, IReadOnlyList<HoldoutOpening>? openings) => openings switch
    {
        null => report.Fact("Holdout", "unknown", "no holdout register was given"),
        [] => report.Fact("Holdout", "not opened", "no opening is on record"),
        _ => report.Fact("Holdout", $"opened {Wording.Count(openings.Count, "time")}", $"last {openings[^1]}", FactTone.Bad),
    };
}
