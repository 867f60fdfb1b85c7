namespace TradeBot.Optimization;

/// <summary>Stores the ended trials of a study. Appending is thread-safe.</summary>
public interface IStudyStorage
{
    /// <summary>Binds the storage to a study and returns the trials that it already has.</summary>
    /// <param name="study">The study.</param>
    /// <returns>Ended trials by number, in no order.</returns>
    /// <exception cref="InvalidDataException">The storage belongs to another study.</exception>
    IReadOnlyCollection<Trial> Begin(StudyIdentity study);

    /// <summary>Stores an ended trial so that it survives the process.</summary>
    void Append(Trial trial);

    /// <summary>Flushes to disk, so that trials survive a power failure; does nothing where appending already does.</summary>
    void Flush()
    {
    }
}
