namespace TradeBot.Optimization;

/// <summary>A storage in memory: a cancelled study can continue within the same process.</summary>
public sealed class StudyMemory : IStudyStorage
{
    private readonly Lock _gate = new();
    private readonly List<Trial> _trials = [];
    private StudyIdentity? _study;

    /// <inheritdoc/>
    public IReadOnlyCollection<Trial> Begin(StudyIdentity study)
    {
        ArgumentNullException.ThrowIfNull(study);
        lock (_gate)
        {
            if ((_study ??= study).DifferenceFrom(study) is string difference)
                throw new InvalidDataException($"The storage holds another study: {difference}.");
            return [.. _trials];
        }
    }

    /// <inheritdoc/>
    public void Append(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        lock (_gate)
            _trials.Add(trial);
    }
}
