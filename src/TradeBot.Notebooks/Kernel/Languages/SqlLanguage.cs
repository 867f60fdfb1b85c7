using Microsoft.CodeAnalysis.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradeBot.Notebooks;

/// <summary>SQL cells, over SQLite in memory; a table that is not there is made from the variable of its name.</summary>
/// <param name="find">The variable of a name, in any language.</param>
/// <param name="all">All variables of all languages, this one's too.</param>
/// <param name="share">Makes a named result a variable of C#.</param>
internal sealed class SqlLanguage(Func<string, SharedVariable?> find, Func<IEnumerable<SharedVariable>> all, Func<string, object?, CellExecution, Task> share) : ICellLanguage
{
    private readonly SortedDictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);
    private SqliteConnection? _connection;
    private SqlTables? _tables;

    public async Task RunAsync(CellStep step, CellExecution run)
    {
        ResultTable? result = null;
        await run.OnThreadAsync(() =>
        {
            result = Query(step.Text!.Code, run);
            return Task.FromResult<object?>(null);
        });
        if (step.Command?.Option("name") is not { Length: > 0 } name)
            return;
        _values[name] = result ?? throw step.Command.Refused(run.Cell, $"There is no result to keep as {name}: no statement returns rows.");
        await share(name, result, run);
    }

    public IReadOnlyList<SharedVariable> Variables() => [.. _values.Select(entry => new SharedVariable(entry.Key, entry.Value.GetType(), entry.Value))];

    public IReadOnlyList<CompletionItem> Complete(string before) => new SqlCompletion(Open(), all()).Items(before);

    public Task DeclareAsync(string name, object? value, CellExecution run)
    {
        _values[name] = value ?? throw new NotSupportedException($"{name} is null: SQL takes tables.");
        return Task.CompletedTask;
    }

    public void Dispose() => _connection?.Dispose();

    private ResultTable? Query(string sql, CellExecution run)
    {
        SqliteConnection connection = Open();
        using CancellationTokenRegistration stop = run.Cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle));
        ResultTable? last = null;
        int start = 0;
        try
        {
            _tables!.Forget();
            while (SqlStatement.Next(connection, sql, start, _tables.Bring) is { } statement)
            {
                if (Execute(connection, statement.Text) is { } table)
                {
                    last = table;
                    run.Scope.Show(new DisplayOutput(ValueFormatter.Format(table), CellScope.NextDisplayId()));
                }

                start = statement.End;
            }
        }
        catch (SqliteException) when (run.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(run.Cancellation);
        }
        catch (SqliteException error)
        {
            throw new CompilationException(Error(run.Cell, sql, start, error, new SqlCompletion(connection, all())));
        }

        return last;
    }

    private SqliteConnection Open()
    {
        if (_connection is null)
        {
            _connection = new SqliteConnection("Data Source=:memory:");
            _connection.Open();
            _tables = new SqlTables(_connection, name => _values.GetValueOrDefault(name) ?? find(name)?.Value);
        }

        return _connection;
    }

    private static ResultTable? Execute(SqliteConnection connection, string statement)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        using SqliteDataReader reader = command.ExecuteReader();
        if (reader.FieldCount == 0)
            return null;

        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return new ResultTable(columns, rows);
    }

    private static CellError Error(CellSource cell, string sql, int start, SqliteException error, SqlCompletion known)
    {
        const string prefix = "SQLite Error ";
        string message = error.Message.StartsWith(prefix, StringComparison.Ordinal) && error.Message.Split('\'', 2) is [_, string inner]
            ? inner.TrimEnd('.').TrimEnd('\'')
            : error.Message;
        while (start < sql.Length && char.IsWhiteSpace(sql[start]))
            start++;
        int line = sql.AsSpan(0, start).Count('\n');
        return CompilationReport.Of(cell, new LinePosition(line, 0), message + known.Nearest(message, sql[start..])) with { Name = "SqlError", Column = null };
    }
}
