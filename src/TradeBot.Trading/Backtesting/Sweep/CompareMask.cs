namespace TradeBot.Trading;

/// <summary>Left greater than right, or at least as great.</summary>
internal sealed class CompareMask(int left, int right, bool orEqual) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words) =>
        BitKernel.Compare(scratch.Columns.Of(left), scratch.Columns.Of(right), orEqual, words);

    public override void False(SweepScratch scratch, Span<ulong> words) =>
        BitKernel.Compare(scratch.Columns.Of(right), scratch.Columns.Of(left), !orEqual, words);
}
