namespace TradeBot.Optimization.Tests;

public class StudySessionTests
{
    private static Study<double> Bowl => Study.Named("bowl", seed: 7).Float("x", -1, 1).Float("y", -1, 1).Minimize((double value) => value);

    [Fact]
    public void Asking_and_telling_one_by_one_gives_the_trials_of_a_run()
    {
        StudyResult expected = Bowl.Run(new TpeSampler { BatchSize = 1 }, 60, (ParameterSet p) => Value(p));
        StudySession<double> session = Bowl.Start(new TpeSampler());
        for (int i = 0; i < 60; i++)
        {
            TrialRun run = session.Ask()!;
            session.Tell(run, Value(run.Parameters));
        }

        Assert.Equal(expected.Trials, session.Result.Trials);
    }

    [Fact]
    public void The_order_of_telling_does_not_matter()
    {
        Assert.Equal(Search(runs => runs), Search(runs => runs.Reverse()));

        static ParameterSet[] Search(Func<IEnumerable<TrialRun>, IEnumerable<TrialRun>> order)
        {
            StudySession<double> session = Bowl.Start(new TpeSampler());
            for (int batch = 0; batch < 10; batch++)
            {
                TrialRun[] runs = [.. Enumerable.Range(0, 5).Select(_ => session.Ask()!)];
                foreach (TrialRun run in order(runs))
                    session.Tell(run, Value(run.Parameters));
            }

            return [.. session.Result.Trials.Select(t => t.Parameters)];
        }
    }

    [Fact]
    public void A_failure_counts_and_is_written_down_and_nothing_is_told_twice()
    {
        using var ledger = new TrialLedger();
        StudySession<double> session = Bowl.Start(new RandomSampler(), ledger, "ab12");
        TrialRun first = session.Ask()!, second = session.Ask()!;
        session.Fail(second, "no answer");
        session.Tell(first, 1);

        Assert.Equal([TrialState.Complete, TrialState.Failed], session.Result.Trials.Select(t => t.State));
        Assert.Equal([1, 0], ledger.EntriesOn("ab12").Select(e => e.Number));
        Assert.Throws<ArgumentException>(() => session.Tell(first, 2));
        Assert.Throws<ArgumentException>(() => Bowl.Start(new RandomSampler()).Tell(second, 2));
        Assert.Null(Study.Named("none", 1).Int("x", 0..1).Where(_ => false).Minimize((double v) => v).Start(new GridSampler()).Ask());
    }

    private static double Value(ParameterSet p) => Math.Pow(p["x"] - 0.2, 2) + Math.Pow(p["y"] + 0.4, 2);
}
