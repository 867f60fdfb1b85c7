using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on an equity curve.</summary>
public static class EquityReport
{
    /// <summary>First and last value, the maximum drawdown, and the curve over its drawdown and exposure.</summary>
    public static Report Create(EquityCurve equity)
    {
        ArgumentNullException.ThrowIfNull(equity);
        Report report = Report.Titled("Equity")
            .Fact("From", ValueFormat.Number(2).Format(equity.Initial), "before the first candle")
            .Fact("To", ValueFormat.Number(2).Format(equity.Final), $"return {ValueFormat.Percent().Format(equity.Final / equity.Initial - 1)}");
        if (equity.Count == 0)
            return report.Prose("There is no close.");

        return report
            .Fact("Maximum drawdown", ValueFormat.Percent().Format(equity.Drawdowns().Min()))
            .Fact("Closes", ValueFormat.Integer.Format(equity.Count), FormattableString.Invariant($"{UnixTime.ToDateTime(equity.Times[0]):yyyy-MM-dd HH:mm} to {UnixTime.ToDateTime(equity.Times[^1]):yyyy-MM-dd HH:mm} UTC"))
            .Chart(BacktestCharts.Equity(equity));
    }
}
