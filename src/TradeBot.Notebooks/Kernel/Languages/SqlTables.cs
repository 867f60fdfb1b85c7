using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace TradeBot.Notebooks;

/// <summary>Makes tables of variables, when a statement asks for them; each cell sees the variables as they are then.</summary>
/// <remarks>
/// <c>FROM trades</c> reads the sequence <c>trades</c>: members are columns. <c>FROM store.BTCUSDT_1m</c> asks the
/// object <c>store</c> for a table, by the method <c>Table(string)</c> that it has by convention.
/// </remarks>
/// <param name="connection">Where the tables are made.</param>
/// <param name="find">The value of a name; null when there is none.</param>
internal sealed class SqlTables(SqliteConnection connection, Func<string, object?> find)
{
    private const string StoreMethod = "Table";

    private readonly List<string> _made = [];
    private readonly HashSet<string> _schemas = new(StringComparer.OrdinalIgnoreCase) { "main", "temp" };

    /// <summary>Drops what was made of variables, which may have changed since.</summary>
    public void Forget()
    {
        foreach (string table in _made)
            Run($"DROP TABLE IF EXISTS {table}");
        _made.Clear();
    }

    /// <summary>Makes the table of that name, with or without the schema before it; false when no variable fits.</summary>
    public bool Bring(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        string schema = dot < 0 ? "main" : name[..dot], table = name[(dot + 1)..];
        bool isPlain = schema is "main" or "temp";
        if ((isPlain ? find(table) : FromStore(schema, table)) is not IEnumerable rows || rows is string)
            return false;

        if (_schemas.Add(schema))
            Run($"ATTACH ':memory:' AS {Quoted(schema)}");
        Fill($"{Quoted(schema)}.{Quoted(table)}", ResultTable.Of(rows));
        return true;
    }

    private object? FromStore(string variable, string table)
    {
        object? store = find(variable);
        MethodInfo? method = store?.GetType().GetMethod(StoreMethod, [typeof(string)]);
        return method?.Invoke(store, BindingFlags.DoNotWrapExceptions, binder: null, [table], CultureInfo.InvariantCulture);
    }

    private void Fill(string table, ResultTable rows)
    {
        if (rows.Columns.Count == 0)
            return;
        using SqliteTransaction transaction = connection.BeginTransaction();
        Run($"CREATE TABLE {table} ({string.Join(", ", rows.Columns.Select(Quoted))})");
        _made.Add(table);
        using SqliteCommand insert = connection.CreateCommand();
        SqliteParameter[] parameters = [.. rows.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = Parameter(i) }))];
        insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        foreach (ResultRow row in rows)
        {
            for (int i = 0; i < parameters.Length; i++)
                parameters[i].Value = Stored(row.Values[i]);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Parameter(int index) => "$p" + index.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>As SQLite keeps it: NaN is unknown, times are UTC text that its date functions read, a decimal becomes a double.</summary>
    private static object Stored(object? value) => value switch
    {
        null or double.NaN or float.NaN => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        double or float or string or byte[] => value,
        decimal or Half or ulong or UInt128 or Int128 => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        Enum => value.ToString()!,
        DateTimeOffset time => Stored(time.UtcDateTime),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => InlineText.Of(value),
    };
}
