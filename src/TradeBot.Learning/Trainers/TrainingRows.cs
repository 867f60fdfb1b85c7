namespace TradeBot.Learning;

/// <summary>Requirement on the targets of training rows.</summary>
internal enum TargetKind
{
    /// <summary>0 and 1, both of which occur.</summary>
    Binary,

    /// <summary>Finite numbers that vary.</summary>
    Number,

    /// <summary>Whole numbers from 0 to 999 that vary.</summary>
    Class,
}

/// <summary>Checks of training rows.</summary>
internal static class TrainingRows
{
    /// <summary>Requires enough rows, targets of the kind, and features that are finite and vary.</summary>
    /// <exception cref="ArgumentException">One of these fails.</exception>
    public static void Require(Dataset data, ReadOnlySpan<int> rows, TargetKind targets)
    {
        RequireCount(data, rows);
        RequireTargets(data, rows, targets);
        RequireVarying(data, rows);
    }

    /// <summary>Requires enough rows, and features that are finite and vary.</summary>
    /// <exception cref="ArgumentException">One of these fails.</exception>
    public static void RequireFeatures(Dataset data, ReadOnlySpan<int> rows)
    {
        RequireCount(data, rows);
        RequireVarying(data, rows);
    }

    private static void RequireCount(Dataset data, ReadOnlySpan<int> rows)
    {
        int needed = data.Names.Count + 2;
        if (rows.Length < needed)
            throw new ArgumentException($"Training on {data.Names.Count} features needs at least {needed} rows, got {rows.Length}.", nameof(rows));
    }

    /// <summary>Requires two rows at least, targets of the kind, and features that are not infinite.</summary>
    /// <exception cref="ArgumentException">One of these fails.</exception>
    public static void RequireForTrees(Dataset data, ReadOnlySpan<int> rows, TargetKind targets)
    {
        if (rows.Length < 2)
            throw new ArgumentException($"Trees need at least 2 rows, got {rows.Length}.", nameof(rows));
        RequireTargets(data, rows, targets);
        bool varies = false;
        for (int column = 0; column < data.Names.Count; column++)
        {
            ReadOnlySpan<double> values = data.Column(column);
            foreach (int row in rows)
            {
                if (double.IsInfinity(values[row]))
                    throw new ArgumentException(FormattableString.Invariant($"The feature '{data.Names[column]}' is {values[row]} in row {row}: a value must be finite, or NaN where it is missing."), nameof(data));
                varies |= !values[row].Equals(values[rows[0]]);
            }
        }

        if (!varies)
            throw new ArgumentException($"No feature varies in the {rows.Length} training rows, so nothing can be trained.", nameof(rows));
    }

    private static void RequireTargets(Dataset data, ReadOnlySpan<int> rows, TargetKind targets)
    {
        if (targets == TargetKind.Binary)
        {
            RequireBothClasses(data, rows);
            return;
        }

        bool varies = false;
        foreach (int row in rows)
        {
            double target = data.Target[row];
            if (!double.IsFinite(target))
                throw new ArgumentException(FormattableString.Invariant($"The target is {target} in row {row}: it must be finite."), nameof(data));
            if (targets == TargetKind.Class && (target < 0 || target > 999 || target != Math.Floor(target)))
                throw new ArgumentException(FormattableString.Invariant($"A class must be a whole number from 0 to 999; row {row} has {target:R}."), nameof(data));
            varies |= target != data.Target[rows[0]];
        }

        if (!varies)
            throw new ArgumentException(FormattableString.Invariant($"All {rows.Length} training rows have the target {data.Target[rows[0]]:R}, so there is nothing to separate."), nameof(rows));
    }

    private static void RequireBothClasses(Dataset data, ReadOnlySpan<int> rows)
    {
        int ones = 0;
        foreach (int row in rows)
        {
            double target = data.Target[row];
            if (target is not (0 or 1))
                throw new ArgumentException(FormattableString.Invariant($"A classifier needs targets of 0 or 1; row {row} has {target:R}."), nameof(data));
            ones += (int)target;
        }

        if (ones == 0 || ones == rows.Length)
            throw new ArgumentException($"All {rows.Length} training rows have the target {(ones == 0 ? 0 : 1)}, so there is nothing to separate.", nameof(rows));
    }

    private static void RequireVarying(Dataset data, ReadOnlySpan<int> rows)
    {
        for (int column = 0; column < data.Names.Count; column++)
            RequireVarying(data, column, rows);
    }

    private static void RequireVarying(Dataset data, int column, ReadOnlySpan<int> rows)
    {
        ReadOnlySpan<double> values = data.Column(column);
        bool varies = false;
        foreach (int row in rows)
        {
            if (!double.IsFinite(values[row]))
                throw new ArgumentException(FormattableString.Invariant($"The feature '{data.Names[column]}' is {values[row]} in row {row}: every value must be finite."), nameof(data));
            varies |= values[row] != values[rows[0]];
        }

        if (!varies)
            throw new ArgumentException(FormattableString.Invariant($"The feature '{data.Names[column]}' is {values[rows[0]]:R} in all {rows.Length} training rows: leave it out."), nameof(data));
    }
}
