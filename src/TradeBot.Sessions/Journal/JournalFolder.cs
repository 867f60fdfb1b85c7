using System.Globalization;
using System.Text;

namespace TradeBot.Sessions;

/// <summary>The segments of a journal, one for each process that wrote it, read as one chain; the README has the rules.</summary>
internal static class JournalFolder
{
    private const string Prefix = "journal-", Extension = ".jsonl";

    public static string PathOf(string folder, long token) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{token:000000}{Extension}"));

    /// <summary>Tokens of the segments, oldest first.</summary>
    public static long[] Segments(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, Prefix + "*" + Extension)
            .Select(path => long.TryParse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long token) ? token : 0)
            .Where(token => token > 0 && new FileInfo(PathOf(folder, token)).Length > 0).Order(),
    ];

    /// <summary>Reads the valid lines.</summary>
    /// <param name="folder">The folder of the session; without a journal the result is empty.</param>
    /// <exception cref="InvalidDataException">The chain is broken, or the journal has another version; the message names file and line.</exception>
    public static JournalChain Read(string folder)
    {
        long[] tokens = Segments(folder);
        List<JournalLine> lines = [];
        long ignored = 0;
        string? torn = null;
        for (int i = 0; i < tokens.Length; i++)
        {
            string path = PathOf(folder, tokens[i]);
            (List<JournalLine> segment, torn) = ReadSegment(path, lines, isFirst: i == 0);
            if (segment.Count == 0)
                continue;
            if (segment[0].Entry is ContinuedEntry continued)
            {
                int counted = (int)(continued.Number - (lines.Count > 0 ? lines[0].Number : 1) + 1);
                ignored += lines.Count - counted;
                lines.RemoveRange(counted, lines.Count - counted);
            }

            lines.AddRange(segment);
        }

        if (lines.Count > 0 && lines[0].Entry is not OpenedEntry { Format: JournalLine.Format })
        {
            throw new InvalidDataException(lines[0].Entry is OpenedEntry other
                ? FormattableString.Invariant($"The journal in '{folder}' has version {other.Format}; this program reads version {JournalLine.Format}. Use the program version that wrote it, or start a new session in another folder.")
                : $"The journal in '{folder}' does not start with its opening line: its first segment is missing.");
        }

        return new JournalChain(lines, torn, ignored, tokens.Length == 0 ? 0 : tokens[^1]);
    }

    /// <summary>The lines of a segment; the first says which earlier line they follow.</summary>
    private static (List<JournalLine> Lines, string? Torn) ReadSegment(string path, List<JournalLine> before, bool isFirst)
    {
        string[] texts = Texts(path, out bool isEnded);
        List<JournalLine> lines = [];
        for (int i = 0; i < texts.Length; i++)
        {
            JournalLine? line;
            try
            {
                line = i == 0 && !isFirst ? First(texts[0], before) : JournalLine.Read(texts[i], lines.Count > 0 ? lines[^1].Number + 1 : 1, lines.Count > 0 ? lines[^1].Hash : JournalLine.Origin);
            }
            catch (InvalidDataException unknown)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{path}, line {i + 1}: {unknown.Message}"), unknown);
            }

            bool isLast = i == texts.Length - 1;
            if (line is null && isLast && !isEnded)
                return (lines, FormattableString.Invariant($"The last line of {Path.GetFileName(path)} is incomplete: the process ended while writing it, before it sent anything based on it."));
            if (line is null)
                throw new InvalidDataException(FormattableString.Invariant($"{path}, line {i + 1}: the hash does not agree with the content. The journal was changed or damaged, and the session does not trade on it. Restore it from a copy, or start a new session in another folder."));
            if (!isLast || isEnded)
                lines.Add(line);
            else
                return (lines, FormattableString.Invariant($"The last line of {Path.GetFileName(path)} has no line end: the process ended while writing it, before it sent anything based on it."));
        }

        return (lines, null);
    }

    /// <summary>Checks the first line of a further segment, which names the earlier line that it follows.</summary>
    private static JournalLine? First(string text, List<JournalLine> before)
    {
        for (int i = before.Count - 1; i >= 0; i--)
        {
            if (JournalLine.Read(text, before[i].Number + 1, before[i].Hash) is { Entry: ContinuedEntry continued } line)
                return continued.Number == before[i].Number ? line : null;
        }

        return null;
    }

    private static string[] Texts(string path, out bool isEnded)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        string text = file.ReadToEnd();
        isEnded = text.EndsWith('\n');
        return text.Length == 0 ? [] : (isEnded ? text[..^1] : text).Split('\n');
    }
}

/// <summary>The content of a journal.</summary>
/// <param name="Lines">The valid lines, in order.</param>
/// <param name="Torn">Why the last line is ignored, as a sentence; null if it is valid.</param>
/// <param name="Ignored">Number of lines that were written after another process had taken over.</param>
/// <param name="Segment">Token of the newest segment; 0 if there is none.</param>
internal sealed record JournalChain(IReadOnlyList<JournalLine> Lines, string? Torn, long Ignored, long Segment);
