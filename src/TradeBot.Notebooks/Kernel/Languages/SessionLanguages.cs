using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>The languages of one session, each made when a cell first needs it: a notebook in C# loads nothing else.</summary>
internal sealed class SessionLanguages(CSharpLanguage csharp, string folder) : IDisposable
{
    private readonly Dictionary<string, ICellLanguage> _languages = new(StringComparer.Ordinal) { [CellLanguage.CSharp] = csharp };

    /// <param name="name">One of <see cref="MagicCatalog.Languages"/>, or the library cell's.</param>
    public ICellLanguage Get(string name)
    {
        if (!_languages.TryGetValue(name, out ICellLanguage? language))
            _languages[name] = language = Create(name);
        return language;
    }

    /// <summary>The variable of that name in the language.</summary>
    /// <exception cref="CompilationException">There is no such language or variable.</exception>
    public SharedVariable Variable(string language, string name, MagicCommand command, CellSource cell)
    {
        if (MagicCatalog.Find(language) is not { IsLanguage: true } found)
            throw command.Refused(cell, $"There is no language {language}; the nearest is {NearestName.Of(language, MagicCatalog.Languages)}.");
        IReadOnlyList<SharedVariable> variables = Get(found.Name).Variables();
        return variables.FirstOrDefault(variable => variable.Name == name)
            ?? throw command.Refused(cell, variables.Count == 0
                ? $"There is no variable {name} in {found.Name}, which has none."
                : $"There is no variable {name} in {found.Name}; the nearest is {NearestName.Of(name, variables.Select(variable => variable.Name))}.");
    }

    /// <summary>The latest variable of that name, C# before the others; null when there is none.</summary>
    public SharedVariable? Find(string name) =>
        Variables().FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<SharedVariable> Variables() => _languages.Values.SelectMany(language => language.Variables());

    public void Dispose()
    {
        foreach (ICellLanguage language in _languages.Values)
            language.Dispose();
    }

    private ICellLanguage Create(string name) => name switch
    {
        MagicCatalog.FSharp => FSharp(),
        MagicCatalog.Sql => Sql(),
        MagicCatalog.Value => new ValueLanguage(folder),
        MagicCatalog.Library => new LibraryLanguage(csharp),
        _ => new MarkupLanguage(name),
    };

    // In methods of their own, so that their assemblies are loaded by the first cell that needs them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FSharpLanguage FSharp() => new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SqlLanguage Sql() => new(Find, Variables, csharp.DeclareAsync);
}
