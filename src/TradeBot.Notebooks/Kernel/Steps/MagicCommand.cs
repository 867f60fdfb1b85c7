using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>A line such as <c>#!share x --from fsharp</c>, parsed.</summary>
/// <param name="Name">What stands after <c>#!</c> or <c>%%</c>, written as in the catalog.</param>
/// <param name="Arguments">Words that belong to no option, in order.</param>
/// <param name="Options">By name without dashes; a flag's value is empty.</param>
/// <param name="Line">The line in the cell, from 0.</param>
internal sealed record MagicCommand(string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options, int Line)
{
    private static readonly string[] Flags = ["byref"];

    /// <summary>Splits the words after a magic's name; quotes group words with spaces.</summary>
    public static MagicCommand Parse(string name, string words, int line)
    {
        var arguments = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] parts = [.. Words(words)];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith("--", StringComparison.Ordinal))
            {
                arguments.Add(parts[i]);
                continue;
            }

            string option = parts[i][2..];
            bool hasValue = !Flags.Contains(option) && i + 1 < parts.Length && !parts[i + 1].StartsWith("--", StringComparison.Ordinal);
            options[option] = hasValue ? parts[++i] : "";
        }

        return new MagicCommand(name, arguments, options, line);
    }

    /// <summary>The option's value; null when it is not given.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>What is wrong with the line, in the cell it stands in.</summary>
    public CompilationException Refused(CellSource cell, string why) => new(CompilationReport.Of(cell, new LinePosition(Line, 0), why));

    private static IEnumerable<string> Words(string text)
    {
        var word = new System.Text.StringBuilder();
        char quote = '\0';
        bool isOpen = false;
        foreach (char c in text)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                quote = quote == '\0' ? c : '\0';
                isOpen = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isOpen)
                    yield return word.ToString();
                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (isOpen)
            yield return word.ToString();
    }
}
