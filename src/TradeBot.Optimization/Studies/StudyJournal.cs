using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>A study in an append-only file, which survives a crash at any byte: one JSON object per line, the study first, then each ended trial.</summary>
/// <remarks>
/// Running the same study on it again continues where it stopped: recorded trials are reused, the rest is evaluated,
/// and the outcome is that of an uninterrupted run. A last line without an end is dropped. Each trial is with the operating system
/// before the study goes on, and so survives a crash. It is on disk, and so survives a power failure as far as system and disk guarantee it, with the first trial that ends
/// a quarter of a second after the last flush, and at the end; trials lost in a power failure are evaluated again, with the same result.
/// </remarks>
public sealed class StudyJournal : IStudyStorage, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Line> _lines = [];
    private readonly AppendOnlyFile _file;
    private readonly string _path;

    private StudyJournal(string path)
    {
        _path = path;
        _file = AppendOnlyFile.Open(path, "a study or a trial", Line.Read, _lines);
    }

    /// <summary>Opens a journal, which is created if absent.</summary>
    /// <param name="path">Held open for writing until disposal; others may read.</param>
    /// <exception cref="InvalidDataException">A complete line is neither study nor trial; the message names file and line.</exception>
    public static StudyJournal Open(string path) => new(path);

    /// <summary>The content of a journal, without opening it for writing; null when not even the study is written yet.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A complete line is neither study nor trial; the message names file and line.</exception>
    public static StudyResult? Read(string path)
    {
        List<Line> lines = AppendOnlyFile.ReadAll(path, "a study or a trial", Line.Read);
        return lines.Find(l => l.Study is not null)?.Study is { } study
            ? StudyResult.Of(study, [.. lines.Select(l => l.Trial).OfType<Trial>().OrderBy(t => t.Number)])
            : null;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Trial> Begin(StudyIdentity study)
    {
        ArgumentNullException.ThrowIfNull(study);
        lock (_gate)
        {
            StudyIdentity? held = _lines.Find(l => l.Study is not null)?.Study;
            if (held?.DifferenceFrom(study) is string difference)
                throw new InvalidDataException($"{_path} holds another study: {difference}. Give the study its own file, or run it as it was.");
            if (held is null)
                Write(new Line(study, null));
            return [.. _lines.Select(l => l.Trial).OfType<Trial>()];
        }
    }

    /// <inheritdoc/>
    public void Append(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        lock (_gate)
            Write(new Line(null, trial));
    }

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_gate)
            _file.Flush();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void Write(Line line)
    {
        _file.Append(line.Write);
        _lines.Add(line);
    }

    private sealed record Line(StudyIdentity? Study, Trial? Trial)
    {
        public static Line Read(JsonElement root) => root.TryGetProperty("study", out _)
            ? new(JournalText.ReadStudy(root), null)
            : new(null, JournalText.ReadTrial(root));

        public void Write(Utf8JsonWriter json)
        {
            if (Study is not null)
                JournalText.Write(json, Study);
            else
                JournalText.Write(json, Trial!);
        }
    }
}
