using System.Text.Json;
using TradeBot.Optimization;
using TradeBot.Strategies;

namespace TradeBot.Cli.Commands;

/// <summary>Where studies lie: for each a journal of its trials, and the command that began it.</summary>
internal sealed class StudyFolder(string path)
{
    private const string JournalEnd = ".study.jsonl", CommandEnd = ".command.json";

    public string JournalOf(string name) => Path.Combine(path, name + JournalEnd);

    public string PageOf(string name) => Path.Combine(path, name + ".html");

    /// <summary>The names of the studies, in order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*" + JournalEnd).Select(f => Path.GetFileName(f)[..^JournalEnd.Length]).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Refuses what cannot be the name of the study's files.</summary>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static void RequireName(string name)
    {
        if (FileNamePart.Fault(name) is { } fault)
            throw new ArgumentException($"--name: the study cannot be called \"{name}\", which is part of file names: it {fault}.");
    }

    /// <summary>Remembers the command, so that <c>study resume</c> can give it again.</summary>
    /// <exception cref="ArgumentException">The name is no file name, or a study of this name was begun by another command.</exception>
    public void Begin(string name, IReadOnlyList<string> arguments)
    {
        RequireName(name);
        if (File.Exists(CommandOf(name)) && !ArgumentsIn(name).SequenceEqual(arguments))
            throw new ArgumentException($"The study \"{name}\" was begun by another command, tradebot {string.Join(' ', ArgumentsIn(name))}: go on with tradebot study resume, or choose another --name.");
        AtomicFile.Write(CommandOf(name), JsonSerializer.SerializeToUtf8Bytes(arguments));
    }

    /// <summary>The command that began a study.</summary>
    public string[] ArgumentsOf(string name) => File.Exists(CommandOf(Known(name)))
        ? ArgumentsIn(name)
        : throw new ArgumentException($"'{CommandOf(name)}' is missing: the command that began the study is not known, so it cannot go on from here.");

    /// <summary>The trials that a study has made.</summary>
    public StudyResult Read(string name) => StudyJournal.Read(JournalOf(Known(name)))
        ?? throw new ArgumentException($"'{JournalOf(name)}' holds no study yet: tradebot study resume {name} begins it again.");

    private string[] ArgumentsIn(string name) => JsonSerializer.Deserialize<string[]>(File.ReadAllText(CommandOf(name)))!;

    private string CommandOf(string name) => Path.Combine(path, name + CommandEnd);

    private string Known(string name) => Names.Contains(name) ? name
        : throw new ArgumentException(Names.Count == 0 ? $"'{path}' holds no study." : $"'{path}' holds no study \"{name}\"; the nearest is '{NearestName.Of(name, Names)}'.");
}
