using System.Globalization;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>The locked last part of a data set. Research uses the rows before it; each opening of the holdout is recorded permanently, with time and reason.</summary>
/// <remarks>
/// The register is an append-only file, one JSON object per line. Once a data set is registered its boundary is fixed:
/// another boundary is refused, because a holdout must not move.
/// </remarks>
public sealed class Holdout : IDisposable
{
    private const string Expected = "a boundary or an opening";

    private static readonly Lazy<Holdout> InMemory = new(() => new Holdout(null, TimeProvider.System));

    private readonly List<Line> _lines = [];
    private readonly AppendOnlyFile? _file;
    private readonly TimeProvider _time;

    private Holdout(string? path, TimeProvider time)
    {
        _time = time;
        _file = path is null ? null : AppendOnlyFile.Open(path, Expected, Line.Read, _lines);
    }

    /// <summary>Opens the register, which is created if absent.</summary>
    /// <param name="path">Held open for writing until disposal.</param>
    /// <param name="time">The clock for the times of openings; the system clock when null.</param>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static Holdout Open(string path, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(path, time ?? TimeProvider.System);
    }

    /// <summary>Opens the register beside <see cref="TrialLedger.Shared"/>, the file <c>holdout.jsonl</c>; where that is in memory or turned off, a register in memory.</summary>
    public static Holdout OpenShared()
    {
        if (SharedPath is not string path)
            return InMemory.Value;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Open(path);
    }

    /// <summary>The openings of one data set in a register, oldest first, without opening the register for writing; none when there is no file.</summary>
    /// <param name="path">The register.</param>
    /// <param name="dataHash">Content hash of the whole data set, or of the part before the boundary.</param>
    public static IReadOnlyList<HoldoutOpening> OpeningsIn(string path, string dataHash) =>
        File.Exists(path) ? Openings(AppendOnlyFile.ReadAll(path, Expected, Line.Read), dataHash) : [];

    /// <summary>The openings of one data set in the shared register.</summary>
    internal static IReadOnlyList<HoldoutOpening> SharedOpenings(string dataHash) =>
        SharedPath is string path ? OpeningsIn(path, dataHash) : InMemory.IsValueCreated ? InMemory.Value.OpeningsOf(dataHash) : [];

    /// <summary>The openings of one data set, oldest first.</summary>
    /// <param name="dataHash">Content hash of the whole data set, or of the part before the boundary.</param>
    public IReadOnlyList<HoldoutOpening> OpeningsOf(string dataHash) => Openings(_lines, dataHash);

    /// <summary>Locks the last share of a data set, or confirms the lock.</summary>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    /// <param name="rows">How many rows it has, at least 2.</param>
    /// <param name="share">The share that is locked, in (0, 1).</param>
    /// <param name="researchHash">Gives for the first locked row the content hash of the rows before it, which studies state as their data; null when openings need not be found by that hash.</param>
    /// <returns>The first locked row: research uses the rows before it.</returns>
    /// <exception cref="InvalidOperationException">The data set is locked from another row.</exception>
    public int Lock(string dataHash, int rows, double share = 0.2, Func<int, string>? researchHash = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataHash);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must be in (0, 1).");

        int first = Math.Clamp((int)Math.Round(rows * (1 - share)), 1, rows - 1);
        int? held = BoundaryOf(dataHash);
        if (held is int other && other != first)
            throw new InvalidOperationException(FormattableString.Invariant($"The data set is locked from row {other} on, not {first}: a holdout does not move."));
        var line = new Line(dataHash, first, null, researchHash?.Invoke(first));
        if (!_lines.Contains(line) && (held is null || line.Research is not null))
            Write(line);
        return first;
    }

    /// <summary>Opens the holdout. The opening is on disk before this returns, and every later report on the data shows it.</summary>
    /// <param name="dataHash">Content hash of the whole data set.</param>
    /// <param name="reason">Why, in words; not empty.</param>
    /// <returns>The first row of the holdout.</returns>
    /// <exception cref="InvalidOperationException">Nothing is locked.</exception>
    public int Unlock(string dataHash, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        int first = BoundaryOf(dataHash) ?? throw new InvalidOperationException($"The data set {dataHash} has no holdout: lock one first.");
        Write(new Line(dataHash, null, new HoldoutOpening(dataHash, _time.GetUtcNow().UtcDateTime, reason), null));
        return first;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    private static string? SharedPath => Path.GetDirectoryName((TrialLedger.Shared as TrialLedger)?.Folder) is string folder ? Path.Combine(folder, "holdout.jsonl") : null;

    private static HoldoutOpening[] Openings(List<Line> lines, string dataHash) =>
    [
        .. lines.Where(l => l.Opening is not null && (l.DataHash == dataHash || lines.Exists(b => b.DataHash == l.DataHash && b.Research == dataHash)))
            .Select(l => l.Opening!),
    ];

    private int? BoundaryOf(string dataHash) => _lines.Find(l => l.DataHash == dataHash && l.Boundary is not null)?.Boundary;

    private void Write(Line line)
    {
        _file?.Append(line.Write);
        _file?.Flush();
        _lines.Add(line);
    }

    private sealed record Line(string DataHash, int? Boundary, HoldoutOpening? Opening, string? Research)
    {
        public static Line Read(JsonElement root)
        {
            string hash = root.Text("data");
            return root.TryGetProperty("boundary", out JsonElement boundary)
                ? new(hash, boundary.GetInt32(), null, root.TextOrNull("research"))
                : new(hash, null, new HoldoutOpening(hash, DateTime.Parse(root.Text("opened"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), root.Text("reason")), null);
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteString("data", DataHash);
            if (Boundary is int row)
                json.WriteNumber("boundary", row);
            if (Research is not null)
                json.WriteString("research", Research);
            if (Opening is null)
                return;
            json.WriteString("opened", Opening.Time.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("reason", Opening.Reason);
        }
    }
}

/// <summary>An opening of a holdout.</summary>
/// <param name="DataHash">Content hash of the whole data set.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Reason">The stated reason.</param>
public sealed record HoldoutOpening(string DataHash, DateTime Time, string Reason)
{
    /// <summary>Such as <c>opened 2026-01-05 14:30 UTC: final check before paper trading</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"opened {Time:yyyy-MM-dd HH:mm} UTC: {Reason}");
}
