using TradeBot.Optimization.Overfitting;

namespace TradeBot.Optimization;

/// <summary>The result of a study: all its trials.</summary>
[TypeFormatterSource]
public sealed record StudyResult
{
    /// <summary>The study's name.</summary>
    public required string Name { get; init; }

    /// <summary>The study's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>SHA-256 over every trial, its parameters, values and returns: the same hash means bit-identical trials.</summary>
    public string ResultHash => JournalText.Hash(Trials);

    /// <summary>The name of the sampler that chose the trials.</summary>
    public required string Sampler { get; init; }

    /// <summary>The search space, as text.</summary>
    public required string Space { get; init; }

    /// <summary>Which values are better.</summary>
    public required StudyDirection Direction { get; init; }

    /// <summary>Which values of the further objectives are better; empty for a single objective.</summary>
    public IReadOnlyList<StudyDirection> OtherDirections { get; init; } = [];

    /// <summary>The name of the pruner; null without one.</summary>
    public string? Pruner { get; init; }

    /// <summary>False when the study's time was over before all its trials were made.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>How the trials were evaluated, as text; null when the study did not state it.</summary>
    public string? Path { get; init; }

    /// <summary>Content hash of the data; null when the study did not state it.</summary>
    public string? DataHash { get; init; }

    /// <summary>Every trial, failed ones included, in the order of their numbers.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }

    /// <summary>Number of different earlier trials in the ledger on the same data that this study did not repeat.</summary>
    public int EarlierTrials { get; init; }

    /// <summary>How many of <see cref="EarlierTrials"/> had the same returns as another of them or as a trial of this study.</summary>
    public int EarlierDuplicates { get; init; }

    /// <summary>The openings of the data's holdout, oldest first.</summary>
    public IReadOnlyList<HoldoutOpening> HoldoutOpenings { get; init; } = [];

    /// <summary>How many trials were made, failed ones included.</summary>
    public int TrialCount => Trials.Count;

    /// <summary>How many trials threw.</summary>
    public int FailedCount => Trials.Count(trial => trial.State == TrialState.Failed);

    /// <summary>The complete trial with the best value, the earliest among equals; null when none is complete.</summary>
    public Trial? Best => Trials.Aggregate(default(Trial), (best, trial) => IsBetter(trial, best, Direction) ? trial : best);

    /// <summary>The complete trials that no other dominates, in the order of their numbers; of equal ones all.</summary>
    public IReadOnlyList<Trial> ParetoFront
    {
        get
        {
            Trial[] complete = [.. Trials.Where(t => t.State == TrialState.Complete)];
            StudyDirection[] directions = [Direction, .. OtherDirections];
            double[][] losses = Array.ConvertAll(complete, t => t.Values.Zip(directions, (value, direction) => direction.LossOf(value)).ToArray());
            return [.. complete.Where((_, i) => !Array.Exists(losses, other => ParetoRanking.Dominates(other, losses[i])))];
        }
    }

    /// <summary>The objective over two parameters, the best over all others.</summary>
    /// <param name="x">Name of the parameter along the columns.</param>
    /// <param name="y">Name of the parameter along the rows.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public HeatmapData Heatmap(string x, string y)
    {
        ParameterValue[] xs = ValuesOf(x), ys = ValuesOf(y);
        double[][] z = [.. ys.Select(_ => Enumerable.Repeat(double.NaN, xs.Length).ToArray())];
        foreach (Trial trial in Trials.Where(trial => trial.State == TrialState.Complete && trial.Parameters.TryGet(x, out _) && trial.Parameters.TryGet(y, out _)))
        {
            int column = Array.BinarySearch(xs, trial.Parameters[x]);
            ref double cell = ref z[Array.BinarySearch(ys, trial.Parameters[y])][column];
            if (double.IsNaN(cell) || IsBetter(trial.Value, cell, Direction))
                cell = trial.Value;
        }

        return new HeatmapData(x, y, xs, ys, z);
    }

    /// <summary>How likely it is that the best trial is luck, given the number of trials.</summary>
    /// <remarks>Needs the trials' returns: see <see cref="Study{TResult}.Returns"/>. Without them the verdict says so.</remarks>
    public StudyVerdict Verdict() => StudyVerdict.Of(this);

    /// <summary>This result with the number of earlier trials in a ledger on the same data that this study did not repeat.</summary>
    /// <param name="entries">Of the ledger; its entries without a data hash, or with another, do not count.</param>
    public StudyResult WithEarlierOf(IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (DataHash is null)
            return this with { EarlierTrials = 0, EarlierDuplicates = 0 };

        HashSet<string> own = [.. Trials.Select(trial => trial.Parameters.ToString())];
        LedgerEntry[] earlier = [.. entries
            .Where(entry => entry.DataHash == DataHash && !(entry.Study == Name && own.Contains(entry.Parameters)))
            .GroupBy(entry => (entry.Study, entry.Parameters))
            .Select(same => same.FirstOrDefault(entry => entry.ReturnsHash is not null) ?? same.First())];
        return this with { EarlierTrials = earlier.Length, EarlierDuplicates = DuplicatesAmong(earlier) };
    }

    /// <summary>Name, number of trials and the best one in one line.</summary>
    public override string ToString()
    {
        string outcome = Best is Trial best
            ? FormattableString.Invariant($"best {best.Value:G6} at {best.Parameters}")
            : $"none complete{(Trials.FirstOrDefault(trial => trial.Error is not null) is Trial failed ? $", first error: {failed.Error}" : "")}";
        return FormattableString.Invariant($"{Name}: {TrialCount:N0} trials ({FailedCount:N0} failed) by {Sampler}, seed {Seed}, {outcome}");
    }

    internal static StudyResult Of(StudyIdentity study, IReadOnlyList<Trial> trials) => new()
    {
        Name = study.Name,
        Seed = study.Seed,
        Sampler = study.Sampler,
        Pruner = study.Pruner,
        Space = study.Space,
        Direction = study.Directions[0],
        OtherDirections = [.. study.Directions.Skip(1)],
        DataHash = study.DataHash,
        Trials = trials,
    };

    /// <summary>True when the trial is complete and beats the other; the lower number wins a tie, so that threads do not matter.</summary>
    internal static bool IsBetter(Trial trial, Trial? other, StudyDirection direction) =>
        trial.State == TrialState.Complete
        && (other is null
            || IsBetter(trial.Value, other.Value, direction)
            || (trial.Value == other.Value && trial.Number < other.Number));

    private static bool IsBetter(double value, double other, StudyDirection direction) =>
        direction == StudyDirection.Maximize ? value > other : value < other;

    private int DuplicatesAmong(LedgerEntry[] earlier)
    {
        if (!Array.Exists(earlier, entry => entry.ReturnsHash is not null))
            return 0;

        HashSet<string?> known = [.. Trials.Where(trial => trial.State == TrialState.Complete).Select(trial => DistinctReturns.DigestOf(trial.Returns.Span))];
        return earlier.Count(entry => entry.ReturnsHash is string hash && !known.Add(hash));
    }

    private ParameterValue[] ValuesOf(string name)
    {
        ParameterSet[] sets = [.. Trials.Select(trial => trial.Parameters)];
        return sets.Length == 0 || Array.Exists(sets, set => set.TryGet(name, out _))
            ? [.. sets.Where(set => set.TryGet(name, out _)).Select(set => set[name]).Distinct().Order()]
            : throw new ArgumentException($"No parameter is called '{name}'; there are {string.Join(", ", sets.SelectMany(set => set.Select(pair => pair.Key)).Distinct())}.", nameof(name));
    }
}
