namespace TradeBot.Optimization;

/// <summary>Where a study keeps its ended trials. Appending is thread-safe.</summary>
public interface IStudyStorage
{
    /// <summary>Binds the storage to a study and gives the trials that it holds already.</summary>
    /// <param name="study">What runs.</param>
    /// <returns>Ended trials by number, in no order.</returns>
    /// <exception cref="InvalidDataException">The storage holds another study.</exception>
    IReadOnlyCollection<Trial> Begin(StudyIdentity study);

    /// <summary>Keeps an ended trial so that it outlives the process.</summary>
    void Append(Trial trial);

    /// <summary>Has what was appended outlive a power cut; nothing where appending does so already.</summary>
    void Flush()
    {
    }
}
