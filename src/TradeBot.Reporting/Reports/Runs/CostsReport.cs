using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The costs of trading, by kind.</summary>
public static class CostsReport
{
    /// <summary>The costs as a table, with the value traded.</summary>
    public static Report Create(Costs costs) => Report.Titled("Costs").Table(Of(costs));

    /// <summary>The costs as rows.</summary>
    /// <param name="costs">In account currency.</param>
    /// <param name="cash">Starting cash to compare with; null for none.</param>
    public static Table Of(Costs costs, decimal? cash = null)
    {
        (string Name, decimal Amount)[] rows =
        [
            ("Fees", costs.Fees), ("Slippage", costs.Slippage), ("Funding", costs.Funding), ("Borrowing", costs.Borrowing),
            ("Total", costs.Total), ("Value traded", costs.Turnover),
        ];
        TableBuilder<(string Name, decimal Amount)> table = Table.Of(rows)
            .Column("Cost", c => c.Name)
            .Column("Amount", c => c.Amount, ValueFormat.Number(2), "account currency")
            .Column("Of value traded", c => costs.Turnover > 0 ? (double)(c.Amount / costs.Turnover) : double.NaN, ValueFormat.BasisPoints(), unknown: "nothing was traded");
        return (cash is { } start ? table.Column("Of starting cash", c => c.Amount / start, ValueFormat.Percent()) : table).Build();
    }
}
