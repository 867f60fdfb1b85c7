using System.Globalization;
using System.Text;

namespace TradeBot.Sessions;

/// <summary>The segments of a journal, one for each process that wrote it, read as one chain.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>found</term><description>what is done</description></listheader>
/// <item><term>a last line without its end</term><description>it was being written when the process died, so nothing was sent on its account: it does not count, and the next segment says so</description></item>
/// <item><term>a line that the hash does not fit, with lines after it</term><description>refused: somebody changed the journal</description></item>
/// <item><term>lines after the one at which the next segment took over</term><description>a process wrote them that had lost its lease: they do not count, and <see cref="JournalAudit"/> counts them</description></item>
/// <item><term>another version</term><description>refused</description></item>
/// </list>
/// </remarks>
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

    /// <summary>Reads the lines that count.</summary>
    /// <param name="folder">Of the session; without a journal nothing is read.</param>
    /// <exception cref="InvalidDataException">The chain is broken, or of another version; the message names file and line.</exception>
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
                ? FormattableString.Invariant($"The journal in '{folder}' is of version {other.Format}; this program reads version {JournalLine.Format}. Use the version that wrote it, or begin a new session in another folder.")
                : $"The journal in '{folder}' does not begin with its opening line: its first segment is missing.");
        }

        return new JournalChain(lines, torn, ignored, tokens.Length == 0 ? 0 : tokens[^1]);
    }

    /// <summary>A segment's lines; the first says after which of those before they come.</summary>
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
                return (lines, FormattableString.Invariant($"The last line of {Path.GetFileName(path)} was torn: its process died while writing it, before anything was sent on its account."));
            if (line is null)
                throw new InvalidDataException(FormattableString.Invariant($"{path}, line {i + 1}: the hash does not fit what stands there. The journal was changed or damaged: nothing is traded on it. Restore it from a copy, or begin a new session in another folder."));
            if (!isLast || isEnded)
                lines.Add(line);
            else
                return (lines, FormattableString.Invariant($"The last line of {Path.GetFileName(path)} has no end: its process died while writing it, before anything was sent on its account."));
        }

        return (lines, null);
    }

    /// <summary>The first line of a further segment, which follows one of the lines before: the one that it names.</summary>
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

/// <summary>A journal as it was read.</summary>
/// <param name="Lines">Those that count, in order.</param>
/// <param name="Torn">Why the last line does not count, as a sentence; null when it does.</param>
/// <param name="Ignored">How many lines were written after another process had taken over.</param>
/// <param name="Segment">Token of the newest segment; 0 when there is none.</param>
internal sealed record JournalChain(IReadOnlyList<JournalLine> Lines, string? Torn, long Ignored, long Segment);
