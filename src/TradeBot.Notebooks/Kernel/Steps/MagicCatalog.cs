namespace TradeBot.Notebooks;

/// <summary>The magics that cells may use, and the nearest one to a name that is none.</summary>
internal static class MagicCatalog
{
    public const string FSharp = "fsharp";
    public const string Sql = "sql";
    public const string Markdown = "markdown";
    public const string Html = "html";
    public const string JavaScript = "javascript";
    public const string Mermaid = "mermaid";
    public const string Value = "value";
    public const string Library = "library";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = CellLanguage.CSharp, ["f#"] = FSharp, ["md"] = Markdown, ["js"] = JavaScript,
    };

    /// <summary>All of them; languages first.</summary>
    public static IReadOnlyList<MagicDescription> All { get; } =
    [
        new(CellLanguage.CSharp, "#!csharp", "The lines below are C#.", IsLanguage: true),
        new(FSharp, "#!fsharp", "The lines below are F#.", IsLanguage: true),
        new(Sql, "#!sql [--name RESULT]", "The lines below are SQL over the variables in scope; the result is shown, and kept under its name.", IsLanguage: true, "name"),
        new(Markdown, "#!markdown", "The lines below are shown as Markdown.", IsLanguage: true),
        new(Html, "#!html", "The lines below are shown as HTML.", IsLanguage: true),
        new(JavaScript, "#!javascript", "The lines below run in the page.", IsLanguage: true),
        new(Mermaid, "#!mermaid", "The lines below are a Mermaid diagram.", IsLanguage: true),
        new(Value, "#!value --name NAME [--from-file PATH] [--mime-type TYPE]", "The lines below, or the file, become a value to share.", IsLanguage: true, "name", "from-file", "mime-type"),
        new("import", "#!import PATH", "Runs a file: .cs, .csx, .fs, .fsx, .sql, .md, .html, .js, .mermaid, .ipynb or .dib.", IsLanguage: false),
        new("lsmagic", "#!lsmagic", "Lists the magics.", IsLanguage: false),
        new("set", "#!set --name NAME --value VALUE|@LANGUAGE:VARIABLE", "Sets a variable of the current language.", IsLanguage: false, "name", "value", "mime-type", "byref"),
        new("share", "#!share VARIABLE --from LANGUAGE [--as NAME]", "Brings a variable of another language into the current one.", IsLanguage: false, "from", "as", "mime-type", "byref"),
        new("time", "#!time", "Shows how long the rest of the cell takes.", IsLanguage: false),
        new("who", "#!who", "Names the variables of the current language.", IsLanguage: false),
        new("whos", "#!whos", "Shows the variables of the current language: name, type, value.", IsLanguage: false),
    ];

    /// <summary>The languages that a cell may be written in.</summary>
    public static IEnumerable<string> Languages => All.Where(magic => magic.IsLanguage).Select(magic => magic.Name);

    /// <summary>The magic of that name or alias; null when there is none.</summary>
    public static MagicDescription? Find(string name)
    {
        string canonical = Aliases.GetValueOrDefault(name, name).ToLowerInvariant();
        return All.FirstOrDefault(magic => magic.Name == canonical);
    }

    /// <summary>Words for a name that is none.</summary>
    public static string Unknown(string name) =>
        $"There is no magic #!{name}; the nearest is #!{NearestName.Of(name, All.Select(magic => magic.Name))}, and #!lsmagic lists all.";
}

/// <summary>What <c>#!lsmagic</c> says of a magic.</summary>
/// <param name="Name">In lower case, without <c>#!</c>.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
/// <param name="IsLanguage">True when the lines below it are its text.</param>
/// <param name="Options">The options it takes, without dashes.</param>
internal sealed record MagicDescription(string Name, string Usage, string Meaning, bool IsLanguage, params string[] Options);
