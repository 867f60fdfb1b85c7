namespace TradeBot.Trading;

/// <summary>A condition over a block of candles, as bits; where neither bit is set it is unknown.</summary>
internal abstract class MaskNode
{
    /// <summary>Where it is true.</summary>
    public abstract void True(SweepScratch scratch, Span<ulong> words);

    /// <summary>Where it is false.</summary>
    public abstract void False(SweepScratch scratch, Span<ulong> words);
}

/// <summary>Left greater than right, or at least as great.</summary>
internal sealed class CompareMask(int left, int right, bool orEqual) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words) =>
        BitKernel.Compare(scratch.Columns.Of(left), scratch.Columns.Of(right), orEqual, words);

    public override void False(SweepScratch scratch, Span<ulong> words) =>
        BitKernel.Compare(scratch.Columns.Of(right), scratch.Columns.Of(left), !orEqual, words);
}

/// <summary>The opposite of a condition.</summary>
internal sealed class NotMask(MaskNode source) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words) => source.False(scratch, words);

    public override void False(SweepScratch scratch, Span<ulong> words) => source.True(scratch, words);
}

/// <summary>Left above right now and not one candle ago.</summary>
internal sealed class CrossMask(int left, int right) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words) => Combine(scratch, words, whenAbove: true);

    public override void False(SweepScratch scratch, Span<ulong> words) => Combine(scratch, words, whenAbove: false);

    /// <summary>Above now and not before; or not above now, or above before.</summary>
    private void Combine(SweepScratch scratch, Span<ulong> words, bool whenAbove)
    {
        SweepColumns columns = scratch.Columns;
        ulong[] rented = scratch.Rent();
        Span<ulong> other = rented.AsSpan(0, words.Length);
        BitKernel.Compare(columns.Of(left), columns.Of(right), orEqual: false, whenAbove ? words : other);
        BitKernel.Compare(columns.Of(right), columns.Of(left), orEqual: true, whenAbove ? other : words);
        double a = columns.Before(left), b = columns.Before(right);
        ulong carry = (whenAbove ? a <= b : a > b) ? 1UL : 0UL;
        for (int i = 0; i < words.Length; i++)
        {
            ulong now = other[i], before = now << 1 | carry;
            carry = now >> (BitKernel.Bits - 1);
            words[i] = whenAbove ? words[i] & before : words[i] | before;
        }

        scratch.Return(rented);
    }
}

/// <summary>And, or or, of two conditions.</summary>
internal sealed class LogicMask(bool isAnd, MaskNode left, MaskNode right) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words)
    {
        ulong[] rented = scratch.Rent();
        left.True(scratch, words);
        right.True(scratch, rented.AsSpan(0, words.Length));
        Join(words, rented, isAnd);
        scratch.Return(rented);
    }

    public override void False(SweepScratch scratch, Span<ulong> words)
    {
        ulong[] rented = scratch.Rent();
        left.False(scratch, words);
        right.False(scratch, rented.AsSpan(0, words.Length));
        Join(words, rented, !isAnd);
        scratch.Return(rented);
    }

    private static void Join(Span<ulong> words, ReadOnlySpan<ulong> others, bool both)
    {
        for (int i = 0; i < words.Length; i++)
            words[i] = both ? words[i] & others[i] : words[i] | others[i];
    }
}
