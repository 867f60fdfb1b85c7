namespace TradeBot.Trading;

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
