using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradeBot.Notebooks;

/// <summary>One statement of an SQL text.</summary>
/// <param name="Text">The statement.</param>
/// <param name="End">Where in the whole text the rest begins.</param>
internal sealed partial record SqlStatement(string Text, int End)
{
    /// <summary>Finds the statement at a place; SQLite itself says where it ends, and which table it misses.</summary>
    /// <param name="connection">Where it is to run.</param>
    /// <param name="sql">The whole text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="bring">Makes a missing table; false when it cannot.</param>
    /// <returns>Null when no statement is left.</returns>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    public static SqlStatement? Next(SqliteConnection connection, string sql, int start, Func<string, bool> bring)
    {
        string rest = sql[start..];
        while (true)
        {
            int code = raw.sqlite3_prepare_v2(connection.Handle, rest, out sqlite3_stmt? prepared, out string tail);
            using (prepared)
            {
                if (code == raw.SQLITE_OK)
                    return prepared is null || prepared.IsInvalid ? null : new SqlStatement(rest[..(rest.Length - tail.Length)], sql.Length - tail.Length);
            }

            string message = raw.sqlite3_errmsg(connection.Handle).utf8_to_string();
            if (MissingTable().Match(message) is not { Success: true } missing || !bring(missing.Groups[1].Value))
                throw new SqliteException(message, code);
        }
    }

    [GeneratedRegex("^no such table: (.+)$")]
    private static partial Regex MissingTable();
}
