namespace TradeBot.Strategies;

/// <summary>Partial take-profit targets; equal when their parts are equal.</summary>
public sealed class PartialTargets : IEquatable<PartialTargets>
{
    /// <summary>Maximum number of parts.</summary>
    public const int Most = 32;

    private readonly PartialTarget[] _parts;

    /// <param name="parts">One to <see cref="Most"/>; their fractions are at most 1 together.</param>
    /// <exception cref="ArgumentException">There are none or too many, a level is missing or is a price, or a fraction is out of range.</exception>
    public PartialTargets(IEnumerable<PartialTarget> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = [.. parts];
        if (_parts.Length is 0 or > Most)
            throw new ArgumentException($"A position has 1 to {Most} partial targets, got {_parts.Length}.", nameof(parts));
        if (_parts.Any(p => p.Level.Unit is not (LevelUnit.Distance or LevelUnit.Fraction)))
            throw new ArgumentException("A partial target must be a distance or a fraction.", nameof(parts));
        if (_parts.Any(p => !(p.Fraction > 0 && p.Fraction <= 1)) || Sum > 1 + Tolerance)
            throw new ArgumentException($"Partial targets must close fractions in (0, 1] that sum to at most 1, got {string.Join(", ", _parts.Select(p => FormattableString.Invariant($"{p.Fraction}")))}.", nameof(parts));
    }

    private const double Tolerance = 1e-9;

    /// <summary>The parts, in the order given.</summary>
    public IReadOnlyList<PartialTarget> Parts => _parts;

    /// <summary>Whether all of them together close the whole position.</summary>
    public bool CloseAll => Sum >= 1 - Tolerance;

    private double Sum => _parts.Sum(p => p.Fraction);

    /// <inheritdoc/>
    public bool Equals(PartialTargets? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartialTargets);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (PartialTarget part in _parts)
            hash.Add(part);
        return hash.ToHashCode();
    }

    /// <summary>Such as <c>0.5 at 2%, 0.25 at 4%</c>.</summary>
    public override string ToString() => string.Join(", ", _parts.Select(p => FormattableString.Invariant($"{p.Fraction} at {p.Level}")));
}

/// <summary>A partial take-profit target.</summary>
/// <param name="Level">Favourable distance from the entry price; a distance or a fraction.</param>
/// <param name="Fraction">Fraction of the position at its largest, in (0, 1].</param>
public readonly record struct PartialTarget(ProtectiveLevel Level, double Fraction);
