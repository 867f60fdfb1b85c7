using System.Collections;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradeBot.Notebooks;

/// <summary>What can be written at the cursor of an SQL cell: tables and variables that can be tables, columns, keywords and functions.</summary>
/// <remarks>No sequence is enumerated: the type of its items gives the columns.</remarks>
/// <param name="connection">Holds the tables that SQL itself made.</param>
/// <param name="variables">What tables are made of.</param>
internal sealed partial class SqlCompletion(SqliteConnection connection, IEnumerable<SharedVariable> variables)
{
    private const int Most = 10;

    private readonly SharedVariable[] _sequences = [.. variables.Where(variable => variable.Value is IEnumerable and not string).DistinctBy(variable => variable.Name)];

    /// <param name="before">The text up to the word at the cursor.</param>
    public IReadOnlyList<CompletionItem> Items(string before)
    {
        if (Inert().IsMatch(before))
            return [];
        string statement = before[(before.LastIndexOf(';') + 1)..];
        Dictionary<string, string> sources = Sources(statement);
        if (Qualifier().Match(statement) is { Success: true } qualified)
        {
            string name = qualified.Groups["name"].Value;
            return [.. Columns(sources.GetValueOrDefault(name, name))];
        }

        return
        [
            .. sources.Values.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(Columns),
            .. Tables(),
            .. Query("SELECT DISTINCT name FROM pragma_function_list WHERE name NOT LIKE '%\\_%' ESCAPE '\\' AND name GLOB '[a-z]*'").Select(name => new CompletionItem(name, "function", "function of SQLite", Rank: 2)),
            .. Keywords().Select(word => new CompletionItem(word, "keyword", "", Rank: 3)),
        ];
    }

    /// <summary>The columns or tables that exist, the nearest name first, to append to SQLite's message about a missing one; empty for other messages.</summary>
    /// <param name="message">What SQLite says.</param>
    /// <param name="statement">The statement and what follows it.</param>
    public string Nearest(string message, string statement)
    {
        if (Missing().Match(message) is not { Success: true } missing)
            return "";
        string name = missing.Groups["name"].Value;
        bool isTable = missing.Groups["what"].Value == "table";
        string[] there = [.. (isTable ? Tables() : Sources(First(statement)).Values.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(Columns)).Select(item => item.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (there.Length == 0)
            return "";
        return $"; there {(there.Length == 1 ? "is" : "are")} {string.Join(", ", NearestName.Ranked(name, there).Take(Most))}{(there.Length > Most ? ", …" : "")}";
    }

    private static string First(string statement) => statement.IndexOf(';', StringComparison.Ordinal) is >= 0 and int end ? statement[..end] : statement;

    /// <summary>The tables that a statement reads, by their own names and by those that it gives them.</summary>
    private static Dictionary<string, string> Sources(string statement)
    {
        var sources = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match source in Source().Matches(statement))
        {
            string table = source.Groups["table"].Value, alias = source.Groups["alias"].Value;
            sources[table] = table;
            if (alias.Length > 0)
                sources[alias] = table;
        }

        return sources;
    }

    private IEnumerable<CompletionItem> Tables() =>
    [
        .. Query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").Select(name => new CompletionItem(name, "class", "table", Rank: 1)),
        .. _sequences.Select(variable => new CompletionItem(variable.Name, "class", $"{TypeText.Of(variable.Type)} {variable.Name}", Rank: 1)),
    ];

    private IEnumerable<CompletionItem> Columns(string table)
    {
        SharedVariable? variable = Array.Find(_sequences, variable => string.Equals(variable.Name, table, StringComparison.OrdinalIgnoreCase));
        IEnumerable<string> names = variable is null ? Query("SELECT name FROM pragma_table_info($p)", table) : ColumnsOf(variable.Value!);
        return names.Select(name => new CompletionItem(name, "property", $"{table}.{name}", Rank: 0));
    }

    private static IReadOnlyList<string> ColumnsOf(object rows)
    {
        if (rows is ResultTable table)
            return table.Columns;
        Type? item = rows.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (item is null || item == typeof(object))
            return [];
        return item.IsPrimitive || item == typeof(string) || item == typeof(decimal) || item == typeof(DateTime) ? ["value"] : ValueMembers.Of(item).Names;
    }

    private List<string> Query(string sql, string? parameter = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        if (parameter is not null)
            command.Parameters.Add(new SqliteParameter("$p", parameter));
        using SqliteDataReader reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    private static IEnumerable<string> Keywords()
    {
        for (int i = 0; i < raw.sqlite3_keyword_count(); i++)
        {
            if (raw.sqlite3_keyword_name(i, out string name) == raw.SQLITE_OK)
                yield return name;
        }
    }

    [GeneratedRegex(@"(?:--[^\n]*|'(?:[^']|'')*|/\*(?:(?!\*/).)*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Inert();

    [GeneratedRegex(@"^no such ((?<what>column): (\w+\.)*|(?<what>table): )(?<name>\w+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?<name>\w+)\s*\.\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\b(?:from|join|update|into)\s+(?<table>\w+)(?:\s+(?:as\s+)?(?!(?:where|join|on|inner|left|right|cross|natural|group|order|limit|set|values|using|select|union)\b)(?<alias>\w+))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
