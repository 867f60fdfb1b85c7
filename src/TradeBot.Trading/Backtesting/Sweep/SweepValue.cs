namespace TradeBot.Trading;

/// <summary>A number of a rule: the same at each candle, or read from a column.</summary>
/// <param name="Constant">The number, where there is no column.</param>
/// <param name="Column">The column; −1 for none.</param>
internal readonly record struct SweepValue(double Constant, int Column = -1)
{
    /// <summary>The number at a candle of the block.</summary>
    public double At(SweepColumns columns, int index) => Column < 0 ? Constant : columns.Of(Column)[index];
}
