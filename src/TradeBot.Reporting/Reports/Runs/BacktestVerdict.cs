using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The conclusion of a backtest, in one or two sentences.</summary>
internal static class BacktestVerdict
{
    /// <summary>Adds the headline of a run; that of the study in which it was chosen, where there is one.</summary>
    public static Report Add(Report report, BacktestRecord run, FigureNotes notes, StudyVerdict? verdict)
    {
        string result = Result(run);
        if (verdict is not null)
            return report.Headline($"{result} {VerdictReport.Sentence(verdict, Annualization(run, verdict))}", VerdictReport.Tone(verdict.Assessment));

        return run.Trades.Count == 0
            ? report.Headline("There was no trade, so there is nothing to assess.", FactTone.Bad)
            : report.Headline($"{result} {Luck(run, notes)}", Tone(run, notes));
    }

    /// <summary>The factor from the Sharpe ratio per period to the annualised one; NaN where the verdict was computed from other returns than the run.</summary>
    public static double Annualization(BacktestRecord run, StudyVerdict verdict) =>
        verdict.Best.Observations == run.PeriodReturns.Length && verdict.Best.Sharpe != 0 ? run["Sharpe ratio"] / verdict.Best.Sharpe : double.NaN;

    private static string Result(BacktestRecord run)
    {
        double total = run["Total return"], held = run["Buy and hold"];
        string own = total >= 0 ? $"Gained {Percent(total)} after costs" : $"Lost {Percent(-total)} after costs";
        return double.IsFinite(held) ? $"{own}; buying and holding {(held >= 0 ? "gained" : "lost")} {Percent(Math.Abs(held))}." : own + ".";
    }

    private static string Luck(BacktestRecord run, FigureNotes notes)
    {
        double probability = run["Probabilistic Sharpe ratio"];
        bool few = run.Trades.Count < FigureNotes.EnoughTrades;
        if (few || notes.IsShort)
        {
            string little = few && notes.IsShort ? $"{Wording.Count(run.Trades.Count, "trade")} and {notes.Sample} are" : few ? $"{Wording.Count(run.Trades.Count, "trade")} {(run.Trades.Count == 1 ? "is" : "are")}" : $"{notes.Sample} are";
            return $"{little} too few to distinguish this from luck.";
        }

        return probability >= StudyVerdict.UnlikelyFrom
            ? $"Unlikely to be luck if this was the only trial: the probability that the true Sharpe ratio is above 0 is {Percent(probability)}."
            : $"Not distinguishable from luck: the probability that the true Sharpe ratio is above 0 is {Percent(probability)}, and 95% is required.";
    }

    private static FactTone Tone(BacktestRecord run, FigureNotes notes) =>
        run["Total return"] < 0 ? FactTone.Bad
        : run.Trades.Count >= FigureNotes.EnoughTrades && !notes.IsShort && run["Probabilistic Sharpe ratio"] >= StudyVerdict.UnlikelyFrom ? FactTone.Good
        : FactTone.Neutral;

    private static string Percent(double value) => ValueFormat.Percent().Format(value);
}
