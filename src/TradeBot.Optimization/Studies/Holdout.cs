using System.Globalization;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>A locked last stretch of a data set. Research sees what comes before; opening the rest is written down, with time and reason, for good.</summary>
/// <remarks>
/// The register is an append-only file, one JSON object per line. Once a data set is registered its boundary is fixed:
/// asking for another is refused, because a boundary that moves is no holdout.
/// </remarks>
public sealed class Holdout : IDisposable
{
    private readonly List<Line> _lines = [];
    private readonly AppendOnlyFile _file;
    private readonly TimeProvider _time;

    private Holdout(string path, TimeProvider time)
    {
        _time = time;
        _file = AppendOnlyFile.Open(path, "a boundary or an opening", Line.Read, _lines);
    }

    /// <summary>Opens the register, which is created if absent.</summary>
    /// <param name="path">Held open for writing until disposal.</param>
    /// <param name="time">By which openings are dated; the system's when null.</param>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static Holdout Open(string path, TimeProvider? time = null) => new(path, time ?? TimeProvider.System);

    /// <summary>The openings of one data set that a register holds, oldest first, without opening the register for writing; none when there is no file.</summary>
    /// <param name="path">The register.</param>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    public static IReadOnlyList<HoldoutOpening> OpeningsIn(string path, string dataHash) => File.Exists(path)
        ? [.. AppendOnlyFile.ReadAll(path, "a boundary or an opening", Line.Read).Select(l => l.Opening).OfType<HoldoutOpening>().Where(o => o.DataHash == dataHash)]
        : [];

    /// <summary>The openings of one data set, oldest first.</summary>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    public IReadOnlyList<HoldoutOpening> OpeningsOf(string dataHash) =>
        [.. _lines.Select(l => l.Opening).OfType<HoldoutOpening>().Where(o => o.DataHash == dataHash)];

    /// <summary>Locks the last share of a data set, or confirms the lock.</summary>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    /// <param name="rows">How many rows it has, at least 2.</param>
    /// <param name="share">The share that is locked, in (0, 1).</param>
    /// <returns>The first locked row: research uses the rows before it.</returns>
    /// <exception cref="InvalidOperationException">The data set is locked from another row.</exception>
    public int Lock(string dataHash, int rows, double share = 0.2)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataHash);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must be in (0, 1).");

        int first = Math.Clamp((int)Math.Round(rows * (1 - share)), 1, rows - 1);
        int? held = BoundaryOf(dataHash);
        if (held is int other && other != first)
            throw new InvalidOperationException(FormattableString.Invariant($"The data set is locked from row {other} on, not {first}: a holdout does not move."));
        if (held is null)
            Write(new Line(dataHash, first, null));
        return first;
    }

    /// <summary>Opens the locked stretch. The opening is on disk before this returns, and every later report on the data shows it.</summary>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    /// <param name="reason">Why, in words; not empty.</param>
    /// <returns>The first row of the stretch.</returns>
    /// <exception cref="InvalidOperationException">Nothing is locked.</exception>
    public int Unlock(string dataHash, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        int first = BoundaryOf(dataHash) ?? throw new InvalidOperationException($"The data set {dataHash} has no holdout: lock one first.");
        Write(new Line(dataHash, null, new HoldoutOpening(dataHash, _time.GetUtcNow().UtcDateTime, reason)));
        return first;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private int? BoundaryOf(string dataHash) => _lines.Find(l => l.DataHash == dataHash && l.Boundary is not null)?.Boundary;

    private void Write(Line line)
    {
        _file.Append(line.Write);
        _lines.Add(line);
    }

    private sealed record Line(string DataHash, int? Boundary, HoldoutOpening? Opening)
    {
        public static Line Read(JsonElement root)
        {
            string hash = root.Text("data");
            return root.TryGetProperty("boundary", out JsonElement boundary)
                ? new(hash, boundary.GetInt32(), null)
                : new(hash, null, new HoldoutOpening(hash, DateTime.Parse(root.Text("opened"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), root.Text("reason")));
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteString("data", DataHash);
            if (Boundary is int row)
                json.WriteNumber("boundary", row);
            if (Opening is null)
                return;
            json.WriteString("opened", Opening.Time.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("reason", Opening.Reason);
        }
    }
}
