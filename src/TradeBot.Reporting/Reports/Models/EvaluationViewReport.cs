using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Further views of an evaluation: calibration, groups and decay.</summary>
public static class EvaluationViewReport
{
    /// <summary>A report on calibration.</summary>
    public static Report Calibration(CalibrationCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Report.Titled("Calibration")
            .Fact("Expected calibration error", ValueFormat.Number(4).Format(curve.ExpectedError), "0 is perfect")
            .Chart(CalibrationChart(curve))
            .Table(Table.Of(curve.Bins)
                .Column("Predicted", b => b.Predicted, ValueFormat.Number(4))
                .Column("Observed", b => b.Observed, ValueFormat.Number(4))
                .Column("Rows", b => b.Rows)
                .Build());
    }

    /// <summary>Observed frequency against predicted probability.</summary>
    public static Chart CalibrationChart(CalibrationCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double[] predicted = [.. curve.Bins.Select(b => b.Predicted)], observed = [.. curve.Bins.Select(b => b.Observed)];
        double[] ends = [predicted[0], predicted[^1]];
        return Chart.Line(predicted, observed, "Observed").AddLine(ends, ends, "Perfect", dashed: true)
            .WithTitle("Calibration curve").WithXAxis("Predicted probability").WithYAxis("Observed frequency");
    }

    /// <summary>The scores of each group.</summary>
    public static Report Groups(GroupedScores groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Report.Titled($"Scores by {groups.By}").Table(EvaluationReport.AllScores(groups.Groups, "Rows of", g => g.Name, g => g.Scores).Build());
    }

    /// <summary>A report on the decay of predictions over time.</summary>
    public static Report Decay(InformationDecay decay)
    {
        ArgumentNullException.ThrowIfNull(decay);
        return Report.Titled("Decay of the information coefficient")
            .Chart(DecayChart(decay))
            .Table(Table.Of(decay.Points)
                .Column("Candles later", p => p.Candles)
                .Column("Information coefficient", p => p.InformationCoefficient, ValueFormat.Number(4), unknown: ScoreNotes.Correlation)
                .Column("Standard error of a random prediction", p => p.StandardError, ValueFormat.Number(4))
                .Column("Rows", p => p.Rows)
                .Build());
    }

    /// <summary>The information coefficient against the distance in candles.</summary>
    public static Chart DecayChart(InformationDecay decay)
    {
        ArgumentNullException.ThrowIfNull(decay);
        double[] candles = [.. decay.Points.Select(p => (double)p.Candles)];
        return Chart.Line(candles, decay.Points.Select(p => p.InformationCoefficient).ToArray(), "Information coefficient")
            .AddLine(candles, decay.Points.Select(p => 2 * p.StandardError).ToArray(), "Two standard errors", dashed: true)
            .AddLine(candles, decay.Points.Select(p => -2 * p.StandardError).ToArray(), "", dashed: true)
            .WithTitle("Decay of the information coefficient").WithXAxis("Candles later").AddLevel(0);
    }
}
