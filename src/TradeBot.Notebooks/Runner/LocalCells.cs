using System.Reflection;

namespace TradeBot.Notebooks;

/// <summary>Runs cells in a session of this process.</summary>
internal sealed class LocalCells(string folder, TimeSpan cellTimeLimit) : ICellHost, IDisposable
{
    private readonly CSharpSession _session = new(folder) { CellTimeLimit = cellTimeLimit };

    public bool IsAlive => true;

    public async Task<CellError?> ExecuteAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken) =>
        (await _session.ExecuteAsync(cell, sink, cancellationToken)).Error;

    public Task SetAsync(IReadOnlyDictionary<string, string> values, IOutputSink sink, CancellationToken cancellationToken)
    {
        var changes = values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry =>
        {
            (FieldInfo Field, object Owner) variable = _session.FindVariable(entry.Key)
                ?? throw new NotebookParameterException($"Parameter \"{entry.Key}\" is not a variable of the session.");
            return (Name: entry.Key, variable, Value: ParameterValue.Convert(entry.Key, entry.Value, variable.Field.FieldType));
        }).ToArray();

        foreach ((string _, (FieldInfo field, object owner), object? value) in changes)
            field.SetValue(owner, value);
        sink.Receive(new DisplayOutput(Table(changes.Select(change => (change.Name, change.Value))), CellScope.NextDisplayId()));
        return Task.CompletedTask;
    }

    public Task DrainAsync() => Task.CompletedTask;

    public void Dispose() => _session.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static MimeBundle Table(IEnumerable<(string Name, object? Value)> applied)
    {
        TableCell[][] rows = [.. applied.Select(entry => new[] { new TableCell(entry.Name, false), TableCell.Of(entry.Value) })];
        var table = new ValueTable(["parameter", "value"], rows);
        return new MimeBundle(TableText.Plain(table)).With(MimeBundle.Html, TableText.Html(table));
    }
}
