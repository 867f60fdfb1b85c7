using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace TradeBot.Notebooks;

/// <summary>What the XML reports have in common.</summary>
internal static partial class ReportText
{
    /// <summary>Text that XML can hold: without terminal colours, other control characters and halves of characters as U+FFFD.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in TerminalCode().Replace(text ?? "", "").EnumerateRunes())
            clean.Append(rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The same id for the same names, in every run.</summary>
    public static string Id(params ReadOnlySpan<string> names) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names!))).AsSpan(0, 16)).ToString();

    public static void Save(string path, XElement root) => AtomicFile.Write(path, stream =>
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
        new XDocument(root).Save(writer);
    });

    [GeneratedRegex("\x1b\\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TerminalCode();
}
