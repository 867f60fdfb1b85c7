using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TradeBot.Sessions;

/// <summary>A line of a journal: number, time, content, and a hash over it and the line before.</summary>
/// <param name="Number">Counts the lines from 1, over all segments.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Entry">The content.</param>
/// <param name="Hash">SHA-256, in lower-case hexadecimal.</param>
internal sealed record JournalLine(long Number, DateTime At, JournalEntry Entry, string Hash)
{
    /// <summary>The version of the journal format that is written and read.</summary>
    public const int Format = 1;

    /// <summary>The previous hash of the first line.</summary>
    public static string Origin { get; } = new('0', HashLength);

    private const int HashLength = 64;
    private const string HashMark = ",\"hash\":\"", End = "\"}";
    private const int TailLength = 9 + HashLength + 2;

    private static readonly JsonSerializerOptions Options = SpecText.Options([]);

    /// <summary>An entry as JSON, the form in which entries are compared.</summary>
    public static string TextOf(JournalEntry entry) => JsonSerializer.Serialize(entry, Options);

    /// <summary>Makes a line.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="entry">The content.</param>
    /// <param name="before">Hash of the line before.</param>
    /// <param name="hash">The hash of the new line.</param>
    /// <returns>The text, without the end of the line.</returns>
    public static string Write(long number, DateTime at, JournalEntry entry, string before, out string hash)
    {
        string content = string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{number},\"at\":\"{at:yyyy-MM-ddTHH:mm:ss.fffffffZ}\",\"entry\":{TextOf(entry)}");
        hash = HashOf(before, content);
        return content + HashMark + hash + End;
    }

    /// <summary>Reads a line and checks it against the one before.</summary>
    /// <param name="text">Without the end of the line.</param>
    /// <param name="number">The expected number.</param>
    /// <param name="before">Hash of the line before.</param>
    /// <returns>The line; null if it does not agree with its hash or number.</returns>
    /// <exception cref="InvalidDataException">The hash agrees, but this version does not know the content.</exception>
    public static JournalLine? Read(string text, long number, string before)
    {
        if (text.Length <= TailLength || !text.EndsWith(End, StringComparison.Ordinal) || string.CompareOrdinal(text, text.Length - TailLength, HashMark, 0, HashMark.Length) != 0)
            return null;
        string content = text[..^TailLength], hash = text[^(HashLength + End.Length)..^End.Length];
        if (HashOf(before, content) != hash)
            return null;
        try
        {
            using var document = JsonDocument.Parse(content + "}");
            JsonElement root = document.RootElement;
            return root.GetProperty("n").GetInt64() != number ? null : new JournalLine(
                number,
                DateTime.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                root.GetProperty("entry").Deserialize<JournalEntry>(Options)!,
                hash);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"this version does not know the content: {exception.Message}", exception);
        }
    }

    private static string HashOf(string before, string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(before + content);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
