using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>1 where the return of another label is above 0, otherwise 0; NaN where it is missing.</summary>
internal sealed class DirectionLabel(Label returns) : Label
{
    public override string Name => $"direction({returns.Name})";

    public override bool IsBinary => true;

    public override LabelColumn Compute(CandleSeries series)
    {
        LabelColumn column = returns.Compute(series);
        return column with { Values = [.. column.Returns.Select(value => double.IsNaN(value) ? double.NaN : value > 0 ? 1.0 : 0.0)] };
    }
}
